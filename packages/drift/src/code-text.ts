/** What a reader does not see, or what an editor or terminal acts on. */
const unseen = /[\u007f-\u009f\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A string literal of TypeScript, JavaScript and JSON alike that holds nothing but what is seen. */
export const literal = (text: string): string =>
  JSON.stringify(text).replace(unseen, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** Names that need no quotes. */
export const isIdentifier = (text: string): boolean => /^[A-Za-z_$][\w$]*$/.test(text);

/** Of TypeScript's and JavaScript's own: a type of that name would stand in their place in the file it is pasted into. */
const ownNames = new Set(
  `Array ArrayBuffer AsyncGenerator AsyncIterable Awaited BigInt Blob Boolean Buffer Date Error Event EventTarget
  Exclude Extract File Function Generator Headers Infinity InstanceType Intl Iterable Iterator JSON Map Math
  NaN Node NonNullable Number Object Omit Parameters Partial Pick Promise Proxy Readonly ReadonlyArray ReadonlyMap
  ReadonlySet Record Reflect RegExp Request Required Response ReturnType Set String Symbol ThisType URL Uint8Array
  WeakMap WeakRef WeakSet WebSocket`.split(/\s+/),
);

/** `ZavuMessageInbound` of `zavu` and `message.inbound`; always an identifier that nothing else is named. */
export function typeName(provider: string | null, eventType: string | null): string {
  const words = `${provider ?? ''} ${eventType ?? ''}`.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, 80);
  if (name === '') return 'EventBody';
  if (/^\d/.test(name)) return `Event${name}`;
  if (name === 'Event') return 'EventBody';
  return /[a-z0-9]/.test(name.slice(1)) && !ownNames.has(name) ? name : `${name}Event`;
}
