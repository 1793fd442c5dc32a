/** How the bytes of a body can be read. */
export type BodyReading =
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly jsonProblem?: string }
  | { readonly kind: 'binary' };

/** The bytes of a body cut off at a limit may end within a character. */
function decoded(bytes: Uint8Array, isWhole: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: !isWhole });
  } catch {
    return null;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they tell bytes from text
const hardlyText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

export function readBody(bytes: Uint8Array, isWhole: boolean, contentType = ''): BodyReading {
  const text = decoded(bytes, isWhole);
  if (text === null || hardlyText.test(text)) return { kind: 'binary' };
  const saysJson = /[/+]json\b/i.test(contentType);
  if (!saysJson && !/^\s*[[{]/.test(text)) return { kind: 'text', text };
  if (!isWhole) return { kind: 'text', text };
  try {
    JSON.parse(text);
    return { kind: 'json', text };
  } catch (error) {
    if (!saysJson || !(error instanceof Error)) return { kind: 'text', text };
    return { kind: 'text', text, jsonProblem: error.message };
  }
}
