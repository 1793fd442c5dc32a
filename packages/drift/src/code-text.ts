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

/** `ZavuMessageInbound` of `zavu` and `message.inbound`; always an identifier that nothing else is named. */
export function typeName(provider: string | null, eventType: string | null): string {
  const words = `${provider ?? ''} ${eventType ?? ''}`.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, 80);
  if (name === '') return 'EventBody';
  return /^\d/.test(name) ? `Event${name}` : /[a-z0-9]/.test(name.slice(1)) ? name : `${name}Event`;
}
