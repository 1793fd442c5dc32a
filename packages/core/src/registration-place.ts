import type { PlaceFinding, RegistrationOutcome } from '@hooktap/protocol';
import { saying, type Wrong } from './field-fault.ts';
import type { ProviderSetting, RegistrationPlace } from './registration-port.ts';
import type { PlaceRecord } from './registration-record.ts';
import { registering } from './say.ts';
import type { WriteResult } from './store-port.ts';

/** Where one place's record is kept. */
export interface PlaceMemory {
  readonly record: PlaceRecord | undefined;
  note(record: PlaceRecord): Promise<WriteResult>;
  forget(): Promise<WriteResult>;
}

/** A URL for people: without what may be a secret in it. */
export function shownUrl(url: string): string {
  const bare = url.replace(/^([a-z]+:\/\/)[^/?#]*@/i, '$1…@');
  return bare.replace(/\?.*$/s, (query) => query.replaceAll(/=[^&]*/g, '=…'));
}
const shown = (url: string | null): string | null => (url === null ? null : shownUrl(url));

const isOurs = ({ ours }: PlaceRecord, url: string | null): boolean => url !== null && ours.includes(url);

/** Says what pointing it would change. */
export async function planPlace(place: RegistrationPlace, url: string): Promise<RegistrationOutcome> {
  const { name, says } = place;
  const now = await place.read();
  if (now.kind === 'failed') return { kind: 'failed', name, says, ...saying(now) };
  return { kind: 'planned', name, says, now: shown(now.setting.url), will: shownUrl(url) };
}

/** Says what the place is set to now; changes nothing. */
export async function findPlace(place: RegistrationPlace, record: PlaceRecord): Promise<PlaceFinding> {
  const { name, says, before } = record;
  const now = await place.read();
  if (now.kind === 'failed') return { kind: 'failed', name, says, ...saying(now) };
  const { url } = now.setting;
  const kind = isOurs(record, url) ? 'ours' : url === before.url ? 'before' : 'other';
  return { kind, name, says, url: shown(url) };
}

/**
 * Points the place at the URL, first time or again. What it had before Hooktap's first change stays what it goes
 * back to, and is on disk before the provider is told anything.
 */
export async function pointPlace(
  place: RegistrationPlace,
  url: string,
  memory: PlaceMemory,
): Promise<RegistrationOutcome> {
  const { name, says, key } = place;
  const failed = (why: Wrong): RegistrationOutcome => ({ kind: 'failed', name, says, ...saying(why) });
  const now = await place.read();
  if (now.kind === 'failed') return failed(now);
  const known = memory.record;
  const ours = known !== undefined && isOurs(known, now.setting.url);
  if (known && !ours && now.setting.url !== known.before.url)
    return { kind: 'not-ours', name, says, url: shown(now.setting.url) };

  const before = known?.before ?? now.setting;
  const intended = { name, says, key, before, ours: [...new Set([...(known?.ours ?? []), url])] };
  const noted = await memory.note(intended);
  if (!noted.ok) return failed(registering.sentence('not-noted', { reason: noted.error.message }));

  const saved = { slot: name, before, ours: now.setting.url ?? '' };
  const result = await place.point(url, ours ? saved : undefined);
  if (result.kind === 'pointed') {
    // What the first change took the place of may be newer than what was read before it.
    const replaced = known?.before ?? result.saved.before;
    await memory.note({ ...intended, before: replaced, ours: [url] });
    const secret = result.secret === undefined ? {} : { secret: result.secret };
    return { kind: 'pointed', name, says, url: shownUrl(url), before: shown(replaced.url), ...secret };
  }
  if (!known) await forgetIfUntouched(place, now.setting, memory);
  return result.kind === 'failed' ? failed(result) : { ...result, name, says, url: shown(result.url) };
}

/** A change that failed may have been made all the same; then it stays noted. */
async function forgetIfUntouched(
  place: RegistrationPlace,
  before: ProviderSetting,
  memory: PlaceMemory,
): Promise<void> {
  const after = await place.read();
  if (after.kind === 'read' && after.setting.url === before.url) await memory.forget();
}

/** Puts back what was there, where what is there is still ours; afterwards nothing of it is kept. */
export async function restorePlace(
  place: RegistrationPlace,
  memory: PlaceMemory & { readonly record: PlaceRecord },
): Promise<RegistrationOutcome> {
  const { record } = memory;
  const { name, says, before } = record;
  const failed = (why: Wrong): RegistrationOutcome => ({ kind: 'failed', name, says, ...saying(why) });
  const now = await place.read();
  if (now.kind === 'failed') return failed(now);
  const { url } = now.setting;
  if (!isOurs(record, url)) {
    await memory.forget();
    const kind = url === before.url ? 'as-before' : 'not-ours';
    return { kind, name, says, url: shown(url) };
  }
  const result = await place.restore({ slot: name, before, ours: url ?? '' });
  if (result.kind === 'failed') return failed(result);
  if (result.kind === 'restored' && before.url !== null) {
    const after = await place.read();
    if (after.kind === 'failed') return failed(after);
    if (after.setting.url !== before.url) return failed(registering.sentence('earlier-not-shown'));
  }
  await memory.forget();
  if (result.kind === 'left') return { ...result, name, says, url: shown(url) };
  return result.kind === 'restored'
    ? { kind: 'restored', name, says, url: shown(before.url) }
    : { kind: 'not-ours', name, says, url: shown(result.url) };
}
