import type { EventListItem } from '@hooktap/protocol';
import { withDesk } from '../desk/find-desk.ts';
import { moreLine } from '../desk/found.ts';
import { arrivalFacts, eventHeading, eventLine } from '../event-line.ts';
import { type ExitCode, exitCode } from '../failure.ts';
import { digestTrouble } from '../line-trouble.ts';
import type { Output } from '../output.ts';

export interface EventsFlags {
  readonly q?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** Newest last, as a log reads; with --json newest first, as the API has them. */
export async function listEvents(dataDir: string, flags: EventsFlags, output: Output): Promise<ExitCode> {
  const found = await withDesk(dataDir, output, (desk) => desk.list(flags.q ?? '', flags.limit));
  const { items } = found;
  if (flags.json) {
    for (const item of items) output.json(item);
    return exitCode.done;
  }
  const columns = output.columns();
  if (columns !== null && items.length > 0) output.result(eventHeading(output.paint, columns));
  for (const item of items.toReversed()) output.result(line(item, output));
  if (items.length === 0) output.aside(flags.q ? 'No event matches.' : 'There are no events yet.');
  const more = moreLine(found, flags.limit);
  if (more !== null) output.aside(more);
  return exitCode.done;
}

const line = (event: EventListItem, { paint, columns }: Output): string => {
  const facts = arrivalFacts(event, undefined);
  const trouble = facts.trouble ?? deliveryTrouble(event);
  const since = deliveredSince(event);
  // The time of the handler belongs to the answer that is told last.
  return eventLine({ ...facts, trouble, since }, paint, columns());
};

/** The sender was refused, and the handler has taken it in the meantime. */
function deliveredSince({ delivery, reply }: EventListItem): string | null {
  if (delivery?.status !== 'succeeded' || reply === null || reply.statusCode < 400) return null;
  return `delivered since: ${delivery.lastStatusCode ?? 'answered'}`;
}

/** Of the newest delivery, which may be a replay: the code of the line is what the sender was answered. */
function deliveryTrouble({ delivery, reply }: EventListItem): string | null {
  if (delivery === null) return null;
  if (delivery.status === 'cancelled') return 'delivery cancelled';
  const trouble = digestTrouble(delivery);
  if (trouble === null || (reply && reply.statusCode >= 400)) return trouble;
  return `delivery ${delivery.status}: ${trouble}`;
}
