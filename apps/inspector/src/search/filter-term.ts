/** Of these one value may be a part of another: `/` of every path, `Message` of `MessageStatusCallback`, 1 of 10. */
const wholeValue = /^(?:type|path|endpoint|tag|subject|(?:header|body)\..*)$/s;

/** One condition of the search language, met by this value alone: `type:=message.inbound`. */
export function termOf(field: string, value: string): string {
  return `${field}:${wholeValue.test(field) ? '=' : ''}${/^(?!=)[\p{L}\p{N}_./+@#%&=~^$!?;,'-]+$/u.test(value) ? value : quoted(value)}`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** Whether `q` is more than conditions side by side, so that one more must not bind to its last alone. */
const hasOr = (q: string) => /(?:^|[\s)])OR(?:$|[\s(])/.test(q.replace(/"(?:[^"\\]|\\.)*"/g, '""'));

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const without = (q: string, term: string) =>
  q.replace(new RegExp(`(?:^|\\s+)${escaped(term)}(?=\\s|$)`, 'g'), '').trim();

/** The query narrowed by one condition, or by its opposite; the same condition is not written twice. */
export function narrowed(q: string, term: string, excludes: boolean): string {
  const added = excludes ? `-${term}` : term;
  if (hasOr(q)) return `(${q.trim()}) ${added}`;
  const rest = without(without(q, term), `-${term}`);
  return rest === '' ? added : `${rest} ${added}`;
}
