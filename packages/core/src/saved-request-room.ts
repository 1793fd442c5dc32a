import { Buffer } from 'node:buffer';
import type { SavedRequestId } from '@hooktap/protocol';
import type { SavedRequestRefusal } from './inspection-port.ts';
import type { SavedRequestRecord } from './saved-request-shelf.ts';
import { refusals } from './say.ts';

/** So many may be kept, with so many bytes of bodies in all: they lie in memory. */
const most = 200;
const mostBytes = 64 * 2 ** 20;

type Kept = ReadonlyMap<SavedRequestId, SavedRequestRecord>;
type Refused = { readonly ok: false; readonly error: SavedRequestRefusal };
const refuse = (error: SavedRequestRefusal): Refused => ({ ok: false, error });

/** Why there is no room for a record beside the others; null where there is. */
export function noRoom(kept: Kept, record: SavedRequestRecord): Refused | null {
  const others = [...kept.values()].filter(({ id }) => id !== record.id);
  if (others.length >= most) {
    return refuse({ code: 'conflict', ...refusals.sentence('requests-many', { most: String(most) }) });
  }
  const bytes = [...others, record].reduce((sum, { body }) => sum + byteLength(body), 0);
  if (bytes <= mostBytes) return null;
  const full = refusals.sentence('requests-large', { most: String(mostBytes / 2 ** 20) });
  return refuse({ code: 'conflict', ...full });
}

const byteLength = (base64: string): number => Buffer.byteLength(base64, 'base64');

/** Why another record may not have this name; null where it may. */
export function takenBy(kept: Kept, name: string, but: SavedRequestId | undefined): Refused | null {
  const other = [...kept.values()].find((one) => one.name === name && one.id !== but);
  if (!other) return null;
  const taken = refusals.sentence('request-named', { name, id: other.id });
  return refuse({ code: 'conflict', ...taken, errors: [{ path: 'name', ...taken }] });
}
