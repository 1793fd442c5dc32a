import type { EventId, ExportFormat, ExportSummary } from '@hooktap/protocol';
import { readEvents, showsAttempts } from '../export-events.ts';
import type { ReadingStore } from '../exported-event.ts';
import { KeptValues } from './kept-values.ts';
import { StandIns } from './stand-ins.ts';

export interface SummaryOptions {
  readonly safe: boolean;
  /** Attempts are counted where it shows them; without one, they are not. */
  readonly format?: ExportFormat | undefined;
  /** Looks at no more than so many. */
  readonly most?: number | undefined;
}

/** How many events these are, what a share-safe export of them replaces, and what it leaves as it is. */
export async function summarizeExport(
  store: ReadingStore,
  ids: readonly EventId[],
  { safe, format, most = Number.POSITIVE_INFINITY }: SummaryOptions,
): Promise<ExportSummary> {
  if (!safe) return { events: ids.length, replaced: {} };
  const kept = new KeptValues();
  const standIns = new StandIns((judgement) => kept.hear(judgement));
  const looked = ids.slice(0, most);
  let judged = 0;
  const withAttempts = format !== undefined && showsAttempts(format);
  for await (const _event of readEvents(store, looked, { withAttempts, standIns })) judged += 1;
  return {
    events: looked.length === ids.length ? judged : ids.length,
    judged,
    replaced: standIns.counts(),
    kept: kept.found(),
  };
}
