import type { FieldHead } from './field-head.ts';
import { type Field, fields, type Subject } from './fields.ts';
import { nearName } from './near-name.ts';
import { expects, fail, says, shown } from './query-error.ts';
import { endsWord, quoted } from './scan.ts';

const others: readonly (readonly [name: string, field: string])[] = [
  ['after', 'since'],
  ['until', 'before'],
  ['url', 'path'],
  ['duration', 'took'],
  ['event', 'type'],
  ['verb', 'method'],
  ['headers', 'header'],
];

const fieldsOf = (subject: Subject): readonly Field[] =>
  fields.filter(({ subjects }) => subjects.includes(subject));

/** Says what could have been meant: a field of a near name, or the text itself. */
export function unknownField(text: string, start: number, head: FieldHead, subject: Subject): never {
  const names = fieldsOf(subject).map(({ name }) => name as string);
  const { name } = head;
  const nameRange = { offset: start, length: name.length };
  const none = says('no-field', { field: shown(name) });
  const wanted = expects('field', { fields: names.map((field) => `${field}:`).join(' ') });
  const instead = otherName(name, names);
  if (instead) {
    return fail({
      ...nameRange,
      says: [none, says('did-you-mean', { name: `${instead}:` })],
      expects: wanted,
      suggestion: instead,
    });
  }
  const end = endOfTerm(text, start);
  return fail({
    offset: start,
    length: end - start,
    says: [none, says('quote-whole')],
    expects: wanted,
    suggestion: quoted(text.slice(start, end)),
  });
}

function otherName(name: string, names: readonly string[]): string | undefined {
  const word = name.toLowerCase();
  if (word.includes('.')) return /^[a-z_]\w*(\.\w+|\[\d+\])+$/.test(word) ? `body.${name}` : undefined;
  const near = nearName(word, names) ?? others.find(([other]) => other === word)?.[1];
  if (near !== undefined) return names.includes(near) ? near : undefined;
  return /^(?:x-|content-|user-)/.test(word) ? `header.${word}` : undefined;
}

function endOfTerm(text: string, start: number): number {
  let end = start;
  while (!endsWord(text[end])) end += 1;
  return end;
}

/** `target:` asked of events, and the like. */
export function notOfSubject(start: number, field: Field, subject: Subject): never {
  const { name } = field;
  const place = { offset: start, length: name.length };
  if (subject === 'arrival' && field.subjects.includes('event')) {
    return fail({
      ...place,
      says: says('not-at-arrival', { what: `${name}:` }),
      expects: expects('field-of-arrivals'),
    });
  }
  const ofDeliveries = field.subjects.includes('delivery');
  return fail({
    ...place,
    says: says(ofDeliveries ? 'of-deliveries' : 'of-events', { field: name }),
    expects: expects(ofDeliveries ? 'field-of-events' : 'field-of-deliveries'),
  });
}
