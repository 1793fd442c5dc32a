import type { EventId, ExportFormat, ExportPreview } from '@hooktap/protocol';
import { readEvents, showsAttempts } from '../export-events.ts';
import type { ReadingStore } from '../exported-event.ts';
import { type Judgement, StandIns } from './stand-ins.ts';

const mostEvents = 3;
const mostValues = 200;
const longest = 300;

/** Value by value what an export of these holds of its first events, before and after. */
export async function previewExport(
  store: ReadingStore,
  ids: readonly EventId[],
  format: ExportFormat,
): Promise<ExportPreview> {
  const first: ExportPreview['first'] = [];
  let heard: Judgement[] = [];
  let values = 0;
  const standIns = new StandIns((judgement) => {
    values += 1;
    if (heard.length < mostValues) heard.push(judgement);
  });
  const withAttempts = showsAttempts(format);
  // One at a time, so that what is heard is of this event.
  for (const id of ids.slice(0, mostEvents)) {
    for await (const { event } of readEvents(store, [id], { withAttempts, standIns })) {
      first.push({
        id,
        receivedAt: event.receivedAt,
        method: event.method,
        values: heard.map(shortened),
        others: values - heard.length,
      });
    }
    heard = [];
    values = 0;
  }
  return { events: ids.length, first };
}

const shortened = ({ before, after, name, ...rest }: Judgement): Judgement => ({
  ...rest,
  name: name.slice(0, longest),
  before: cut(before),
  after: after === null ? null : cut(after),
});

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
