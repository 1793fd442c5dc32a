/** One field of a form, decoded; `isExact` false where its bytes are no UTF-8 or its escapes are broken. */
export interface FormField {
  readonly name: string;
  readonly value: string;
  readonly isExact: boolean;
}

function decoded(text: string): { readonly text: string; readonly isExact: boolean } {
  const spaced = text.replaceAll('+', ' ');
  try {
    return { text: decodeURIComponent(spaced), isExact: true };
  } catch {
    return { text: spaced, isExact: false };
  }
}

/** application/x-www-form-urlencoded in the order sent, repeated names kept (WHATWG URL §5.1). */
export function formFields(text: string): readonly FormField[] {
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      const name = decoded(equals < 0 ? part : part.slice(0, equals));
      const value = decoded(equals < 0 ? '' : part.slice(equals + 1));
      return { name: name.text, value: value.text, isExact: name.isExact && value.isExact };
    });
}
