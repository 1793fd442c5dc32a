/** Longer keys are data, whatever they look like. */
const longestName = 80;

/**
 * Whether a key is data rather than a name: an id, a number, a phone number, an address, a time. Objects with such
 * keys are maps, whose keys are not fields of their own.
 */
export function isVaryingKey(key: string): boolean {
  if (key.length > longestName) return true;
  if (/^[+-]?\d+$/.test(key)) return true;
  if (/^\d{4}-\d\d(?:-\d\d)?(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?$/.test(key)) return true;
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(key)) return true;
  if (/@.+\./.test(key)) return true;
  // ULIDs, hashes and the like, also behind a prefix as in `msg_01JD…`.
  const tail = key.slice(key.lastIndexOf('_') + 1);
  return /^[0-9A-Za-z]{16,}$/.test(tail) && (tail.match(/\d/g)?.length ?? 0) >= 4;
}
