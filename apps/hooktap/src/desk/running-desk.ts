import { type Client, HooktapProblem } from '@hooktap/client';
import type { EventListItem } from '@hooktap/protocol';
import type { EventDesk } from './event-desk.ts';

const largestPage = 500;

/** Through the inspector API of the instance that runs. */
export function runningDesk(client: Client): EventDesk {
  return {
    async list(q, limit) {
      const items: EventListItem[] = [];
      let cursor: string | undefined;
      let total = 0;
      do {
        const asked = Math.min(limit - items.length, largestPage);
        const page = await client.events({ q, limit: asked, ...(cursor !== undefined && { cursor }) });
        items.push(...page.items);
        total = page.total;
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined && items.length < limit);
      return { items, total };
    },
    async event(id) {
      try {
        return await client.event(id);
      } catch (error) {
        if (error instanceof HooktapProblem && error.status === 404) return null;
        throw error;
      }
    },
    eventBody: async (id) => (await client.eventBody(id)).bytes,
    attemptBody: async (id, number, side) => (await client.attemptBody(id, number, side)).bytes,
    replay: async (id, request) => (await client.replay(id, request)).delivery,
    close: async () => undefined,
  };
}
