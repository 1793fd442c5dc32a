/** Their lower case is an ASCII letter, which no look at the bytes of a record could foresee. */
const odd = /[\u0130\u212a]/;

/** The text as it is compared: lower case, save that İ and the Kelvin sign stay what they are. */
export const foldCase = (text: string): string =>
  // Of a latin-1 string, which most are, both answers are known without a look at it.
  text.includes('\u0130') || text.includes('\u212a')
    ? text
        .split(/([\u0130\u212a])/)
        .map((part) => (odd.test(part) ? part : part.toLowerCase()))
        .join('')
    : text.toLowerCase();
