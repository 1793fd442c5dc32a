import { Turns } from '@hooktap/core';
import type { EventId, ExportFormat } from '@hooktap/protocol';
import { type ExportedEvent, type ReadingStore, readExportedEvent } from './exported-event.ts';
import { sentTo } from './exported-request.ts';
import { harEntries, harFrame } from './har.ts';
import { htmlFrame, htmlSection } from './html-report.ts';
import { ndjsonLine } from './ndjson.ts';
import { rawHttp } from './raw-http.ts';
import { safeEvent } from './share-safe/safe-event.ts';
import { StandIns } from './share-safe/stand-ins.ts';
import { snippet, withComments } from './snippet.ts';

export interface ExportOptions {
  readonly format: ExportFormat;
  /** With stand-ins in place of what is somebody's. */
  readonly safe: boolean;
  /** An origin in place of the one that was called; of code only. */
  readonly to?: string | undefined;
  /** `file`: code reads the body from a file beside it, named after the event; by default it holds the body. */
  readonly body?: 'inline' | 'file' | undefined;
  /** Hooktap's own. */
  readonly version: string;
}

/** What the body of an event is called where code reads it from a file. */
const bodyFileOf = (id: EventId): string => `${id}.bin`;

type Pieces = AsyncGenerator<ExportedEvent>;

/** Of an HTML or HAR export: with the attempts. */
export const showsAttempts = (format: ExportFormat): boolean => format === 'har' || format === 'html';

/** The events in the order of `ids`, as text or bytes, piece by piece: few events are in memory at a time. */
export async function* exportEvents(
  store: ReadingStore,
  ids: readonly EventId[],
  options: ExportOptions,
): AsyncGenerator<string | Buffer> {
  const standIns = options.safe ? new StandIns() : null;
  const events = readEvents(store, ids, { withAttempts: showsAttempts(options.format), standIns });
  const { format, safe, version } = options;
  const comment = safe ? 'Share-safe: what is somebody’s was replaced by stand-ins.' : 'As captured.';
  switch (format) {
    case 'har':
      return yield* har(events, version, comment);
    case 'html': {
      const { begin, end } = htmlFrame(`${comment} Hooktap ${version}.`);
      yield begin;
      const turns = new Turns();
      for await (const event of events) {
        for (const piece of htmlSection(event)) {
          if (piece !== '') yield piece;
          await turns.breathe();
        }
      }
      yield end;
      return;
    }
    case 'ndjson':
      for await (const event of events) yield `${ndjsonLine(event)}\n`;
      return;
    case 'http':
      for await (const { event, body } of events) yield rawHttp({ ...event, body });
      return;
    default:
      return yield* code(events, format, { ...options, isOne: ids.length === 1 });
  }
}

async function* har(events: Pieces, version: string, comment: string): AsyncGenerator<string> {
  const { begin, end } = harFrame(version, comment);
  yield begin;
  let before = '\n';
  for await (const event of events) {
    for (const entry of harEntries(event)) {
      yield `${before}${JSON.stringify(entry)}`;
      before = ',\n';
    }
  }
  yield end;
}

async function* code(
  events: Pieces,
  format: Exclude<ExportFormat, 'har' | 'html' | 'ndjson' | 'http'>,
  { to, isOne, body: bodies }: ExportOptions & { readonly isOne: boolean },
): AsyncGenerator<string> {
  for await (const { event, body } of events) {
    const file = bodies === 'file' && body.length > 0 ? bodyFileOf(event.id) : null;
    const captured = { ...event, body, ...(file !== null && { bodyFile: file }) };
    const request = to === undefined ? captured : sentTo(captured, to);
    const said = [
      ...(isOne ? [] : [`${event.id}, ${event.receivedAt}`]),
      ...(event.body.state === 'complete' ? [] : [`The body is ${event.body.state}.`]),
      ...(file === null
        ? []
        : [
            `The body of ${body.length} bytes is read from ${file}.`,
            `Save it beside this first: ${file} is in Hooktap's menu "Copy as", or at GET ${event.body.href}`,
          ]),
    ];
    yield `${withComments(format, snippet(format, request), said)}\n${isOne ? '' : '\n'}`;
  }
}

/** While one is written the next are read. */
const readAhead = 4;

export async function* readEvents(
  store: ReadingStore,
  ids: readonly EventId[],
  { withAttempts, standIns }: { readonly withAttempts: boolean; readonly standIns: StandIns | null },
): Pieces {
  const turns = new Turns();
  const ahead: Promise<ExportedEvent | null>[] = [];
  for (let index = 0; index < ids.length || ahead.length > 0; ) {
    const id = ids[index];
    if (id !== undefined && ahead.length < readAhead) {
      const reading = readExportedEvent(store, id, withAttempts);
      // Where nobody comes for it any more, its failure is nobody's.
      reading.catch(() => undefined);
      ahead.push(reading);
      index += 1;
    } else {
      const event = await ahead.shift();
      if (event) yield standIns ? await turns.run(safeEvent(event, standIns)) : event;
      await turns.breathe();
    }
  }
}
