/** One field of a form, decoded; `isExact` false where its bytes are no UTF-8 or its escapes are broken. */
export interface FormField {
  readonly name: string;
  readonly value: string;
  readonly isExact: boolean;
}

/** Where the fields of a form stand in its text: field n from `starts[n]` to `ends[n]`. */
export interface FormRows {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Whether there are more than were looked for. */
  readonly isCut: boolean;
}

const FIELDS_AT_MOST = 100_000;

export const noForm: FormRows = { starts: new Uint32Array(), ends: new Uint32Array(), isCut: false };

function decoded(text: string): { readonly text: string; readonly isExact: boolean } {
  const spaced = text.replaceAll('+', ' ');
  try {
    return { text: decodeURIComponent(spaced), isExact: true };
  } catch {
    // As it was sent: in half of it a plus would be a blank, and in half a plus.
    return { text, isExact: false };
  }
}

/** application/x-www-form-urlencoded in the order sent, repeated names kept (WHATWG URL §5.1). */
export function formRows(text: string): FormRows {
  const starts: number[] = [];
  const ends: number[] = [];
  const rows = (isCut: boolean): FormRows => ({
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    isCut,
  });
  for (let at = 0; at <= text.length; ) {
    const ampersand = text.indexOf('&', at);
    const end = ampersand < 0 ? text.length : ampersand;
    if (end > at) {
      if (starts.length === FIELDS_AT_MOST) return rows(true);
      starts.push(at);
      ends.push(end);
    }
    at = end + 1;
  }
  return rows(false);
}

export function formField(text: string, start: number, end: number): FormField {
  const part = text.slice(start, end);
  const equals = part.indexOf('=');
  const name = decoded(equals < 0 ? part : part.slice(0, equals));
  const value = decoded(equals < 0 ? '' : part.slice(equals + 1));
  return { name: name.text, value: value.text, isExact: name.isExact && value.isExact };
}
