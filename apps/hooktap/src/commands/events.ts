import type { EventListItem } from '@hooktap/protocol';
import { withDesk } from '../desk/find-desk.ts';
import { arrivalFacts, eventLine } from '../event-line.ts';
import { type ExitCode, exitCode } from '../failure.ts';
import type { Output } from '../output.ts';

export interface EventsFlags {
  readonly q?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** Newest last, as a log reads; with --json newest first, as the API has them. */
export async function listEvents(dataDir: string, flags: EventsFlags, output: Output): Promise<ExitCode> {
  const { items, total } = await withDesk(dataDir, (desk) => desk.list(flags.q ?? '', flags.limit));
  if (flags.json) {
    for (const item of items) output.json(item);
    return exitCode.done;
  }
  for (const item of items.toReversed()) output.result(line(item, output));
  if (items.length === 0) output.aside(flags.q ? 'No event matches.' : 'There are no events yet.');
  else if (total > items.length) output.aside(`${items.length} of ${total}; --limit shows more.`);
  return exitCode.done;
}

const line = (event: EventListItem, { paint }: Output): string => {
  const failure = event.delivery?.lastFailure;
  const facts = arrivalFacts(event, undefined);
  return eventLine({ ...facts, trouble: facts.trouble ?? failure ?? null }, paint);
};
