import {
  type EventId,
  type ExportFormat,
  ExportPreview,
  ExportSummary,
  Histogram,
  type HistogramQuery,
  ImportResult,
} from '@hooktap/protocol';
import type { Requests } from './requests.ts';

type Signal = AbortSignal | undefined;

/** Which events; by default all. */
export interface ExportedSelection {
  readonly q?: string;
  /** At most 100,000. */
  readonly ids?: readonly EventId[];
  /** With stand-ins in place of phone numbers, names, texts, tokens and signatures. */
  readonly safe?: boolean;
}

export interface ExportChoice {
  readonly format: ExportFormat;
  readonly safe?: boolean;
  /** An origin such as `http://localhost:3000` in place of the one that was called; of code only. */
  readonly to?: string;
}

export interface ImportChoice {
  readonly format?: 'ndjson' | 'har' | undefined;
  /** What cannot be read ends the import, or is left out and told of. */
  readonly faults?: 'stop' | 'skip';
  /** Whether the answer names every event that was added. */
  readonly list?: boolean;
}

/** Events out and in again, and when they came. */
export interface ArchiveCalls {
  /** One event as text (`http` may hold any bytes: take `exportEvents`). */
  exportEvent(
    id: EventId,
    choice: ExportChoice & {
      /** `file`: code reads the body, as captured, from `<id>.bin` beside it; not with `safe`. */
      readonly body?: 'inline' | 'file';
    },
    signal?: Signal,
  ): Promise<string>;
  /** Many events as a stream of bytes, oldest first. It was cut off where reading it fails. */
  exportEvents(
    choice: ExportChoice & ExportedSelection,
    signal?: Signal,
  ): Promise<ReadableStream<Uint8Array>>;
  exportSummary(
    selection?: ExportedSelection & { readonly format?: ExportFormat; readonly most?: number },
    signal?: Signal,
  ): Promise<ExportSummary>;
  /** Value by value what a share-safe export would hold of the first events. */
  exportPreview(
    selection: Omit<ExportedSelection, 'safe'> & { readonly format: ExportFormat },
    signal?: Signal,
  ): Promise<ExportPreview>;
  /** An NDJSON export or a HAR file; the format is told by how it begins. */
  importEvents(file: Blob, wishes?: ImportChoice, signal?: Signal): Promise<ImportResult>;
  histogram(query?: Partial<HistogramQuery>, signal?: Signal): Promise<Histogram>;
}

export const archiveCalls = (requests: Requests): ArchiveCalls => ({
  async exportEvent(id, { format, safe, to, body }, signal) {
    const query = { format, safe: flag(safe), to, body };
    return (await requests.send(`/api/events/${id}/export`, { query, signal })).text();
  },
  async exportEvents({ format, to, ...selection }, signal) {
    const { query, ...ask } = selecting(selection);
    const { body } = await requests.send('/api/export', { ...ask, query: { format, to, ...query }, signal });
    return body ?? new Blob([]).stream();
  },
  exportSummary({ format, most, ...selection } = {}, signal) {
    const { query, ...ask } = selecting(selection);
    return requests.json(ExportSummary, '/api/export/summary', {
      ...ask,
      query: { ...query, format, most },
      signal,
    });
  },
  exportPreview({ format, ...selection }, signal) {
    const { query, ...ask } = selecting(selection);
    return requests.json(ExportPreview, '/api/export/preview', {
      ...ask,
      query: { ...query, format },
      signal,
    });
  },
  importEvents: (file, { format, faults, list } = {}, signal) =>
    requests.json(ImportResult, '/api/import', {
      method: 'POST',
      query: { format, faults, list: flag(list) },
      file,
      signal,
    }),
  histogram: (query = {}, signal) => requests.json(Histogram, '/api/events/histogram', { query, signal }),
});

/** Ids go in the body: an address takes only some hundreds. */
const selecting = ({ q, ids, safe }: ExportedSelection) => ({
  query: { q, safe: flag(safe) },
  ...(ids && { method: 'POST' as const, body: { ids } }),
});

const flag = (value: boolean | undefined): string | undefined => (value ? '1' : undefined);
