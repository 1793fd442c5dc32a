import type { DriftField, DriftFields, DriftFlag, DriftType } from '@hooktap/protocol';
import type { Paint } from './paint.ts';
import { clipped, printable } from './printable.ts';

const longestPath = 60;
const longestExample = 40;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** `zavu  message.inbound  120 events  34 fields  2 new, 1 missing` */
export function typeLine(
  { provider, eventType, events, looked, fields, flags }: DriftType,
  paint: Paint,
): string {
  const flagged = Object.entries(flags).flatMap(([kind, count]) => (count > 0 ? [`${count} ${kind}`] : []));
  return [
    paint('dim', printable(provider ?? '-').padEnd(10)),
    paint('bold', clipped(printable(eventType ?? '-'), longestPath).padEnd(28)),
    counted(looked, 'event').padEnd(11),
    (events === 0 ? 'no JSON' : counted(fields, 'field')).padEnd(10),
    paint('yellow', flagged.join(', ')),
  ]
    .join('  ')
    .trimEnd();
}

/** One line for each field: path, types, in how many events, an example, and what is out of the ordinary. */
export function fieldLines({ type, items }: DriftFields, paint: Paint): string[] {
  const paths = items.map(({ path }) => clipped(printable(path), longestPath));
  const types = items.map(typesOf);
  const [pathWidth, typeWidth] = [paths, types].map((texts) =>
    Math.max(0, ...texts.map(({ length }) => length)),
  );
  return items.map((field, index) =>
    [
      (paths[index] ?? '').padEnd(pathWidth ?? 0),
      paint('cyan', (types[index] ?? '').padEnd(typeWidth ?? 0)),
      `${field.events} of ${type.events}`.padEnd(12),
      paint('dim', exampleOf(field).padEnd(longestExample)),
      paint('yellow', field.flags.map(flagText).join('; ')),
    ]
      .join('  ')
      .trimEnd(),
  );
}

function typesOf({ kinds, format, largeIntegers, optional }: DriftField): string {
  const words = kinds.map(({ kind }) => {
    if (kind === 'string' && format !== null) return format;
    return kind === 'integer' && largeIntegers ? 'integer beyond 2^53' : kind;
  });
  return `${words.join(' | ')}${optional ? '?' : ''}`;
}

function exampleOf({ examples: [newest] }: DriftField): string {
  return newest ? clipped(printable(newest.text), longestExample) : '';
}

function flagText(flag: DriftFlag): string {
  switch (flag.kind) {
    case 'new':
      return `new since ${flag.at}, after ${counted(flag.before, 'event')} without it`;
    case 'missing':
      return `missing in the newest ${flag.recent}, was in ${flag.had} of ${flag.of} before`;
    case 'retyped':
      return `${flag.to.join(' and ')} since ${flag.at}, was ${flag.from.join(' or ')} in ${counted(flag.before, 'event')}`;
  }
}

/** What of the type was not looked at; null where all was. */
export function skippedLine({ skipped, hasOlder, looked, cut }: DriftType): string | null {
  const parts = [
    ...(hasOlder ? [`older events than the newest ${looked}`] : []),
    ...(skipped.notJson > 0 ? [`${skipped.notJson} without a JSON body`] : []),
    ...(skipped.tooLarge > 0 ? [`${skipped.tooLarge} too large`] : []),
    ...(skipped.incomplete > 0 ? [`${skipped.incomplete} incomplete`] : []),
    ...(cut ? ['fields beyond what is looked at'] : []),
  ];
  return parts.length === 0 ? null : `Left out: ${parts.join(', ')}.`;
}
