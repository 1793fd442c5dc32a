import type { EventId, Seq } from '@hooktap/protocol';
import type { EventFacts } from '@hooktap/query';
import type { FactRow, LateRow } from './event-facts.ts';

/** What one segment says of events, as a search looks at it. */
export interface FactTable {
  /** Of events that were captured in this segment, in the order of their lines. */
  readonly size: number;
  seqAt(index: number): Seq;
  receivedAt(index: number): number;
  idAt(index: number): EventId;
  factsAt(index: number): EventFacts;
  /** Undefined for an event of another segment. */
  find(id: EventId): number | undefined;
  /** Of events of other segments. */
  readonly late: readonly LateRow[];
}

export const nameColumns = [
  'endpoint',
  'via',
  'method',
  'path',
  'provider',
  'eventType',
  'duplicateOf',
  'verdict',
  'reply',
  'status',
  'failure',
] as const;
export const numberColumns = ['size', 'attempts', 'code', 'tookMs', 'replayed'] as const;
export type NameColumn = (typeof nameColumns)[number];
export type NumberColumn = (typeof numberColumns)[number];

type Written = Record<NameColumn, string | null | undefined> &
  Record<NumberColumn, number | null | undefined>;

function written({ facts }: FactRow): Written {
  const { endpoint, via, method, path, provider, eventType, duplicateOf, delivery } = facts;
  return {
    ...{ endpoint, via, method, path, provider, eventType, duplicateOf },
    verdict: facts.verification.verdict,
    reply: facts.reply?.source,
    status: delivery?.status,
    failure: delivery?.lastFailure,
    size: facts.body.size,
    attempts: delivery?.attempts,
    code: delivery?.lastStatusCode,
    tookMs: delivery?.tookMs,
    replayed: facts.isReplayed ? 1 : 0,
  };
}

/** As it stands in a file. Names are written once; columns name them by their place, counted from 1. */
export interface WrittenFacts {
  readonly ids: string;
  readonly seqs: readonly number[];
  readonly ats: readonly number[];
  readonly names: readonly string[];
  readonly byName: Readonly<Record<NameColumn, readonly number[]>>;
  readonly byNumber: Readonly<Record<NumberColumn, readonly (number | null)[]>>;
  readonly late: readonly LateRow[];
}

export function writeFacts(rows: readonly FactRow[], late: readonly LateRow[]): WrittenFacts {
  const places = new Map<string, number>();
  const place = (name: string | null | undefined): number => {
    if (name === null || name === undefined) return 0;
    const known = places.get(name) ?? places.size + 1;
    places.set(name, known);
    return known;
  };
  const all = rows.map(written);
  const byName = columns(nameColumns, (name) => all.map((row) => place(row[name])));
  const byNumber = columns(numberColumns, (name) => all.map((row) => row[name] ?? null));
  return {
    ids: rows.map(({ id }) => id).join(''),
    seqs: rows.map(({ seq }) => seq),
    ats: rows.map(({ at }) => at),
    names: [...places.keys()],
    byName,
    byNumber,
    late,
  };
}

export const columns = <Name extends string, Column>(
  names: readonly Name[],
  columnOf: (name: Name) => Column,
): Record<Name, Column> =>
  Object.fromEntries(names.map((name) => [name, columnOf(name)])) as Record<Name, Column>;
