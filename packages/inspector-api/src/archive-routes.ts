import { eventHistogram, type Inspection, readEventQuery } from '@hooktap/core';
import {
  EventExportQuery,
  EventId,
  ExportedIds,
  type ExportFormat,
  ExportPreview,
  ExportPreviewQuery,
  ExportQuery,
  ExportSummary,
  ExportSummaryQuery,
  Histogram,
  HistogramQuery,
  ImportQuery,
  ImportResult,
} from '@hooktap/protocol';
import * as z from 'zod';
import { type Answer, json, refused } from './answer.ts';
import { outcomeAnswer } from './outcome-answer.ts';
import { problem } from './problems.ts';
import { type Route, route } from './route.ts';

const extensions: Readonly<Record<ExportFormat, string>> = {
  curl: 'sh',
  httpie: 'sh',
  fetch: 'mjs',
  axios: 'mjs',
  python: 'py',
  go: 'go',
  php: 'php',
  java: 'java',
  http: 'http',
  har: 'har',
  ndjson: 'ndjson',
  html: 'html',
};

interface Selecting {
  readonly q: string;
  readonly ids?: string | undefined;
}

interface OfSelection<Query extends Selecting> {
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodType<Query>;
  readonly answers: z.ZodType | 'bytes';
  readonly handle: (inspection: Inspection, ids: readonly EventId[], query: Query) => Promise<Answer>;
}

/** The same of what the query string selects, and of ids in the body, since an address takes only some hundreds. */
function ofSelection<Query extends Selecting>({
  handle,
  summary,
  ...definition
}: OfSelection<Query>): readonly Route[] {
  return [
    route({
      ...definition,
      method: 'get',
      summary,
      problems: ['query-invalid'],
      async handle(inspection, { query }) {
        const found = await selected(inspection, query);
        return Array.isArray(found) ? handle(inspection, found, query) : found;
      },
    }),
    route({
      ...definition,
      method: 'post',
      summary: `${summary}, of the ids in the body`,
      body: ExportedIds,
      problems: ['query-invalid'],
      handle: (inspection, { query, body: { ids } }) => handle(inspection, ids, query),
    }),
  ];
}

/** Events out, as code and as files, and in again; and when they came. Before `/events/:id`, which takes any name. */
export const archiveRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/events/histogram',
    summary: 'How many events that a query finds arrived when',
    query: HistogramQuery,
    answers: Histogram,
    problems: ['query-invalid'],
    walks: true,
    handle: async ({ store }, { query, signal }) =>
      outcomeAnswer(await eventHistogram(store, query, Date.now(), signal)),
  }),
  route({
    method: 'get',
    path: '/events/:id/export',
    summary: 'One event as code, raw HTTP, HAR, NDJSON or a page; with safe=1 to be shown to others',
    params: z.object({ id: EventId }),
    query: EventExportQuery,
    answers: 'bytes',
    problems: ['not-found', 'query-invalid'],
    async handle(inspection, { params: { id }, query }) {
      if (!(await inspection.store.listItem(id))) {
        return refused(problem('not-found', `There is no event ${id}.`));
      }
      return exported(inspection, [id], query, id);
    },
  }),
  ...ofSelection({
    path: '/export',
    summary: 'Events that a query finds, or these, oldest first, as one of the formats',
    query: ExportQuery,
    answers: 'bytes',
    handle: (inspection, ids, query) => exported(inspection, ids, query, 'hooktap-events'),
  }),
  ...ofSelection({
    path: '/export/summary',
    summary: 'How many events an export has, and how many values of each kind a share-safe one replaces',
    query: ExportSummaryQuery,
    answers: ExportSummary,
    async handle({ store }, ids, { format, most, safe }) {
      const { summarizeExport } = await import('@hooktap/exporting');
      return json(await summarizeExport(store, ids, { safe: safe === '1', format, most }));
    },
  }),
  ...ofSelection({
    path: '/export/preview',
    summary: 'Value by value what a share-safe export would hold of the first events, before and after',
    query: ExportPreviewQuery,
    answers: ExportPreview,
    async handle({ store }, ids, { format }) {
      const { previewExport } = await import('@hooktap/exporting');
      return json(await previewExport(store, ids, format));
    },
  }),
  route({
    method: 'post',
    path: '/import',
    summary:
      'Events from an NDJSON export or a HAR file, which is the body as it is; they are never delivered',
    query: ImportQuery,
    takes: 'bytes',
    answers: ImportResult,
    problems: ['query-invalid', 'import-invalid'],
    async handle(inspection, { query: { format, faults, list }, stream }) {
      const { importEntries } = await import('@hooktap/exporting');
      const entries = importEntries(stream, format);
      return outcomeAnswer(await inspection.importEvents(entries, { faults, list: list === '1' }));
    },
  }),
];

/** Oldest first, so that an import brings them back in order; an answer where the query is wrong. */
async function selected({ store }: Inspection, { q, ids }: Selecting): Promise<EventId[] | Answer> {
  if (ids !== undefined) return ids.split(',').map((id) => EventId.parse(id));
  const read = readEventQuery(q, Date.now(), store);
  if (!read.ok) return outcomeAnswer(read);
  return (await store.matching([], read.value.matcher)).reverse();
}

async function exported(
  { store, version }: Inspection,
  ids: readonly EventId[],
  { format, safe, to, body }: Omit<EventExportQuery, 'body'> & Partial<Pick<EventExportQuery, 'body'>>,
  name: string,
): Promise<Answer> {
  const { exportEvents } = await import('@hooktap/exporting');
  const pieces = exportEvents(store, ids, { format, safe: safe === '1', to, body, version });
  return { kind: 'file', pieces, filename: `${name}.${extensions[format]}` };
}
