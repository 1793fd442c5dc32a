import { type DeliveryTotals, readDeliveryQuery, type Store } from '@hooktap/core';
import {
  DeliveryId,
  type DeliveryPage,
  type DeliveryPageQuery,
  type DeliveryStatus,
  type Problem,
} from '@hooktap/protocol';
import * as z from 'zod';
import { fingerprint } from './cursor.ts';
import { problem } from './problems.ts';

type PageOutcome = { readonly page: DeliveryPage } | { readonly problem: Problem };

/** One page of the delivery log, newest first. */
export async function readDeliveryPage(
  store: Store,
  { q, status, cursor, limit }: DeliveryPageQuery,
): Promise<PageOutcome> {
  const read = readDeliveryQuery(q, Date.now());
  if (!read.ok) {
    const { code, message, errors, query } = read.error;
    return { problem: problem(code, message, { errors, query }) };
  }
  const before = cursor === undefined ? undefined : readCursor(q, status, cursor);
  if (before === null) {
    return {
      problem: problem('cursor-invalid', 'This cursor belongs to another query. Start again without cursor.'),
    };
  }
  // Before the read: a change in between is then told again by the stream instead of being lost.
  const seq = store.currentSeq();
  const { matcher } = read.value;
  const { items, next, totals, totalIsExact } = await store.deliveries({ matcher, status, before, limit });
  return {
    page: {
      items: [...items],
      nextCursor: next && writeCursor(q, status, next),
      total: status ? totals[status] : sumOf(totals),
      totalIsExact,
      totals,
      seq,
    },
  };
}

const sumOf = (totals: DeliveryTotals): number =>
  Object.values(totals).reduce((sum, count) => sum + count, 0);

const Written = z.strictObject({ of: z.string(), before: DeliveryId });

/** A cursor is good only for the query and the status it came from. */
const boundTo = (q: string, status: DeliveryStatus | undefined): string =>
  fingerprint(`deliveries ${status ?? ''} ${q}`);

const writeCursor = (q: string, status: DeliveryStatus | undefined, before: DeliveryId): string =>
  Buffer.from(JSON.stringify({ of: boundTo(q, status), before })).toString('base64url');

/** Null where it is none of ours, or of another query. */
function readCursor(q: string, status: DeliveryStatus | undefined, cursor: string): DeliveryId | null {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
  const written = Written.safeParse(json);
  return written.success && written.data.of === boundTo(q, status) ? written.data.before : null;
}
