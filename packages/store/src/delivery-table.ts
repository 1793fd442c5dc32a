import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { type DeliveryTotals, noTotals } from '@hooktap/core';
import { DeliveryCause, DeliveryId, DeliveryStatus, EventId, FailureKind } from '@hooktap/protocol';
import * as z from 'zod';
import { type DeliveryRow, isWhole, type KnownDelivery } from './delivery-row.ts';
import { isOpen } from './record-note.ts';
import { type SegmentStamp, sameStamp } from './segment-stamp.ts';

/** Raised whenever tables change; one of another version is made anew. */
const tableVersion = 1;

/** What a segment says of deliveries. */
export interface DeliveryTable {
  /** Of events that were captured in this segment: their deliveries begin here too. */
  readonly own: Iterable<DeliveryRow>;
  /** Of events of other segments: some begin here, others began before. */
  readonly strays: Iterable<DeliveryRow>;
}

/** What stays in memory of a sealed segment's table. */
export interface TableHead {
  /** Of its own rows; null where there are none. */
  readonly ids: { readonly min: DeliveryId; readonly max: DeliveryId } | null;
  /** Its own rows by status. */
  readonly totals: Readonly<DeliveryTotals>;
  /** Its own rows that are open. */
  readonly open: Few<readonly [DeliveryId, DeliveryStatus]>;
  readonly strays: Few<DeliveryRow>;
}

/** All of them, or null where they are too many to be kept in memory. */
type Few<T> = readonly T[] | null;
const few = 64;
const fewOf = <T>(all: readonly T[]): Few<T> => (all.length <= few ? all : null);

/** The first line of a table's file. */
const Head = z.object({
  version: z.literal(tableVersion),
  /** The segment it was made of. */
  segment: z.object({ bytes: z.number(), mtimeMs: z.number() }),
  hash: z.string(),
  ids: z.object({ min: DeliveryId, max: DeliveryId }).nullable(),
  totals: z.record(DeliveryStatus, z.number()),
  open: z.array(z.tuple([DeliveryId, DeliveryStatus])).nullable(),
  strays: z
    .array(
      z.object({
        id: DeliveryId,
        eventId: EventId,
        known: z
          .object({
            endpoint: z.string(),
            target: z.string(),
            cause: DeliveryCause,
            status: DeliveryStatus,
            createdAt: z.number(),
          })
          .nullable(),
        attempts: z.number(),
        last: z.object({ outcome: z.union([z.number(), FailureKind]), tookMs: z.number() }).nullable(),
      }),
    )
    .nullable(),
});
/** Of a longer one, as long targets make it, the table is read. */
const longestHead = 64 * 1024;

/** Strings are written once, rows name them by their place. */
type WrittenRow = readonly [
  id: DeliveryRow['id'],
  eventId: DeliveryRow['eventId'],
  attempts: number,
  outcome: number | string | null,
  tookMs: number,
  known: readonly [endpoint: number, target: number, cause: number, status: number, createdAt: number] | null,
];
interface Written {
  readonly names: readonly string[];
  readonly own: readonly WrittenRow[];
  readonly strays: readonly WrittenRow[];
}

const hashOf = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

export function headOfTable({ own, strays }: DeliveryTable): TableHead {
  const totals = noTotals();
  const open: [DeliveryId, DeliveryStatus][] = [];
  let ids: { min: DeliveryId; max: DeliveryId } | null = null;
  for (const row of own) {
    if (!isWhole(row)) continue;
    totals[row.known.status] += 1;
    const { id } = row;
    if (isOpen(row.known.status)) open.push([id, row.known.status]);
    if (!ids) ids = { min: id, max: id };
    else if (id < ids.min) ids.min = id;
    else if (id > ids.max) ids.max = id;
  }
  return { ids, totals, open: fewOf(open), strays: fewOf([...strays]) };
}

export function encodeTable(stamp: SegmentStamp, table: DeliveryTable): Buffer {
  const names = new Map<string, number>();
  const place = (name: string): number => {
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    return known;
  };
  const write = ({ id, eventId, attempts, last, known }: DeliveryRow): WrittenRow => [
    id,
    eventId,
    attempts,
    last?.outcome ?? null,
    last?.tookMs ?? 0,
    known && [
      place(known.endpoint),
      place(known.target),
      place(known.cause),
      place(known.status),
      known.createdAt,
    ],
  ];
  const own = Array.from(table.own, write);
  const strays = Array.from(table.strays, write);
  const body = JSON.stringify({ names: [...names.keys()], own, strays } satisfies Written);
  const head = { version: tableVersion, segment: stamp, hash: hashOf(body), ...headOfTable(table) };
  return Buffer.from(`${JSON.stringify(head)}\n${body}\n`);
}

/** Undefined where there is none that fits the segment. */
export function readTableHead(path: string, stamp: SegmentStamp): TableHead | undefined {
  return attempt(() => {
    const beginning = Buffer.alloc(longestHead);
    const file = openSync(path, 'r');
    try {
      return fitting(beginning.subarray(0, readSync(file, beginning, 0, longestHead, 0)), stamp);
    } finally {
      closeSync(file);
    }
  });
}

/** Undefined where there is none that fits the segment, or a damaged one. */
export function readTable(path: string, stamp: SegmentStamp): DeliveryTable | undefined {
  return attempt(() => {
    const file = readFileSync(path);
    const head = fitting(file, stamp);
    const body = file.subarray(file.indexOf(0x0a) + 1, file.length - 1);
    // The hash is the door: what it fits was written by this code.
    if (head?.hash !== hashOf(body)) return undefined;
    const { names, own, strays } = JSON.parse(body.toString('utf8')) as Written;
    return {
      own: own.map((row) => rowFrom(names, row)),
      strays: strays.map((row) => rowFrom(names, row)),
    };
  });
}

function rowFrom(names: readonly string[], [id, eventId, attempts, outcome, tookMs, known]: WrittenRow) {
  return {
    id,
    eventId,
    attempts,
    last: outcome === null ? null : { outcome, tookMs },
    known: known && {
      endpoint: names[known[0]],
      target: names[known[1]],
      cause: names[known[2]],
      status: names[known[3]],
      createdAt: known[4],
    },
  } as DeliveryRow & { known: KnownDelivery | null };
}

function fitting(beginning: Buffer, stamp: SegmentStamp): z.infer<typeof Head> | undefined {
  const head = Head.parse(JSON.parse(beginning.toString('utf8', 0, beginning.indexOf(0x0a))));
  return sameStamp(head.segment, stamp) ? head : undefined;
}

/** A table is only a shortcut: whatever is wrong with it, it is made anew. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
