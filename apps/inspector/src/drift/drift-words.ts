import type { DriftField, DriftFlag, DriftType } from '@hooktap/protocol';
import type { ReactNode } from 'react';
import { momentOf } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { drift } from '../messages/drift/en.ts';
import type { Translate } from '../messages/translate.ts';

/** `2 new, 1 missing`; empty where all is as usual. */
export function flagsInWords({ flags }: Pick<DriftType, 'flags'>, t: Translate): string {
  const said = [
    flags.new > 0 && t(drift.flags.new, { count: flags.new }),
    flags.missing > 0 && t(drift.flags.missing, { count: flags.missing }),
    flags.retyped > 0 && t(drift.flags.retyped, { count: flags.retyped }),
  ];
  return said.filter((part) => part !== false).join(', ');
}

/** `date-time | null`: what the values are, as programs name it. */
export function kindsInWords({ kinds, format, largeIntegers }: DriftField, t: Translate): string {
  return kinds
    .map(({ kind }) => {
      if (kind === 'string' && format !== null) return format;
      return kind === 'integer' && largeIntegers ? `integer ${t(drift.table.large)}` : kind;
    })
    .join(' | ');
}

/** What the flag says, with the field as an element. */
export function flagSentence(flag: DriftFlag, field: ReactNode, now: number, t: Translate): ReactNode {
  switch (flag.kind) {
    case 'new':
      return t.rich(drift.changes.new, { field, when: momentOf(flag.at, now, t), count: flag.before });
    case 'missing':
      return t.rich(drift.changes.missing, { field, recent: flag.recent, had: flag.had, count: flag.of });
    case 'retyped':
      return t.rich(drift.changes.retyped, {
        field,
        from: t.list(flag.from, 'or'),
        to: t.list(flag.to, 'and'),
        when: momentOf(flag.at, now, t),
        count: flag.before,
      });
  }
}

/** What of the type was not looked at; null where all was. */
export function leftOutInWords({ skipped, hasOlder, looked, cut }: DriftType, t: Translate): string | null {
  const { older, notJson, tooLarge, incomplete, fields, sentence } = drift.leftOut;
  const parts = [
    ...(hasOlder ? [t(older, { count: looked })] : []),
    ...(skipped.notJson > 0 ? [t(notJson, { count: skipped.notJson })] : []),
    ...(skipped.tooLarge > 0 ? [t(tooLarge, { count: skipped.tooLarge })] : []),
    ...(skipped.incomplete > 0 ? [t(incomplete, { count: skipped.incomplete })] : []),
    ...(cut ? [t(fields)] : []),
  ];
  return parts.length === 0 ? null : t(sentence, { what: t.list(parts, 'and') });
}

export const nameOfType = ({ eventType }: Pick<DriftType, 'eventType'>, t: Translate): string =>
  eventType === null ? t(drift.noType) : visibleLine(eventType);

/** How the events are named that show it; see drift.changes. */
export const shownBy = { new: 'having', missing: 'lacking', retyped: 'since' } as const;

/** What finds the events that show it, of those that have the field. */
export function queryOfFlag(flag: DriftFlag, q: string): string {
  if (flag.kind === 'missing') return `-${q}`;
  return flag.kind === 'retyped' ? `${q} since:${flag.at.slice(0, 19)}Z` : q;
}
