/** Of these one value may be a part of another: `/` of every path, `Message` of `MessageStatusCallback`, 1 of 10. */
const wholeValue = /^(?:type|path|endpoint|tag|subject|(?:header|body)\..*)$/s;

/** One condition of the search language, met by this value alone: `type:=message.inbound`. */
export function termOf(field: string, value: string): string {
  return `${field}:${wholeValue.test(field) ? '=' : ''}${/^(?!=)[\p{L}\p{N}_./+@#%&=~^$!?;,'-]+$/u.test(value) ? value : quoted(value)}`;
}

/** A phrase of the search language: nothing else is escaped in it. */
export function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** Whether `q` is more than conditions side by side, so that one more must not bind to its last alone. */
const hasOr = (q: string) => /(?:^|[\s)])OR(?:$|[\s(])/.test(q.replace(/"(?:[^"\\]|\\.)*"/g, '""'));

/** Conditions and what stands between them; a phrase is one with what it belongs to. */
const wordsOf = (q: string): readonly string[] => q.match(/(?:"(?:[^"\\]|\\.)*"|\S)+/gs) ?? [];

/** Without a condition that stands in it, each NOT before it included. */
function without(q: string, term: string): string {
  const words = wordsOf(q);
  if (!words.includes(term)) return q.trim();
  const left: string[] = [];
  for (const word of words) {
    if (word !== term) left.push(word);
    else while (left.at(-1) === 'NOT') left.pop();
  }
  return left.join(' ');
}

/** The query narrowed by one condition, or by its opposite; the same condition is not written twice. */
export function narrowed(q: string, term: string, excludes: boolean): string {
  const added = excludes ? `-${term}` : term;
  if (hasOr(q)) return `(${q.trim()}) ${added}`;
  const rest = without(without(q, term), `-${term}`);
  return rest === '' ? added : `${rest} ${added}`;
}
