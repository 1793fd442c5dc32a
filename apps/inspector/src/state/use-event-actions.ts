import type { EventId, EventSelection, ReplayAccepted, ReplayRequest } from '@hooktap/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { goTo } from '../address/use-address.ts';
import { useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { commands } from '../messages/commands/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { useConfirm } from '../parts/Confirm.tsx';
import { useDeleted } from './Deleted.tsx';
import { useLive } from './Live.tsx';
import { sendReplay } from './send-replay.ts';

export interface EventActions {
  /** Asks first where the shield blocked the event. */
  replay(id: EventId, request?: ReplayRequest): Promise<ReplayAccepted | null>;
  pin(id: EventId, pinned: boolean): Promise<void>;
  remove(selection: EventSelection): Promise<void>;
  undo(): Promise<void>;
}

/** What a person does with events; what fails is said once, in words of the API. */
export function useEventActions(say: (problem: ReactNode) => void): EventActions {
  const t = useT();
  const hooktap = useHooktap();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const confirm = useConfirm();
  const { reload } = useLive();
  const deleted = useDeleted();
  return useMemo(() => {
    const attempt = async <T>(work: Promise<T>): Promise<T | null> => {
      try {
        return await work;
      } catch (error) {
        say(problemWords(error, t(parts.noAnswerTryAgain)));
        return null;
      }
    };
    return {
      async replay(id, request = {}) {
        const accepted = await attempt(sendReplay(hooktap, confirm, id, request, t));
        if (accepted) announce(t(commands.sent));
        return accepted;
      },
      async pin(id, pinned) {
        await attempt(hooktap.annotate(id, { pinned }));
        void queries.invalidateQueries({ queryKey: ['event', id] });
      },
      async remove(selection) {
        const result = await attempt(hooktap.remove(selection));
        if (!result) return;
        deleted.set(result.ids);
        announce(t(commands.deleted, { count: result.ids.length }));
        if (selection.all) goTo({ eventId: null });
      },
      async undo() {
        if (deleted.ids.length === 0) return;
        const { ids } = deleted;
        const restored = await attempt(hooktap.restore({ ids: [...ids] }));
        if (!restored) return;
        deleted.set([]);
        reload();
        void queries.invalidateQueries({ queryKey: ['status'] });
        announce(t(commands.restored, { count: restored.ids.length }));
      },
    };
  }, [hooktap, queries, announce, confirm, reload, deleted, say, t]);
}
