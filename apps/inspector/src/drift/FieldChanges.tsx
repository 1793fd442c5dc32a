import type { DriftField, DriftFields } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { drift } from '../messages/drift/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { flagSentence, queryOfFlag, shownBy } from './drift-words.ts';
import { EventsLink } from './EventsLink.tsx';
import { queryOfKind } from './kind-query.ts';

interface FieldChangesProps {
  readonly fields: DriftFields;
  readonly now: number;
}

/** A sentence for each field that is out of the ordinary, and the way to the events that show it. */
export function FieldChanges({ fields: { type, items, rule }, now }: FieldChangesProps) {
  const t = useT();
  const flagged = items.flatMap((field) => field.flags.map((flag) => ({ field, flag })));
  if (flagged.length === 0) {
    const isTooFew = type.events <= rule.fewestBefore;
    return <p className="second drift-calm">{t(isTooFew ? drift.changes.tooFew : drift.changes.none)}</p>;
  }
  const shown = ({ path }: DriftField) => <code>{visibleLine(path)}</code>;
  return (
    <section aria-label={t(drift.changes.title)}>
      <h3 className="section-head">{t(drift.changes.title)}</h3>
      <ul className="drift-changes">
        {flagged.map(({ field, flag }) => {
          const q = field.q === null ? null : queryOfKind(type, queryOfFlag(flag, field.q));
          return (
            <li key={`${field.path} ${flag.kind}`}>
              <span className="warn">
                <Icon name="warning" small />
              </span>
              <p>
                {flagSentence(flag, shown(field), now, t)}{' '}
                {q !== null && <EventsLink q={q}>{t(drift.changes[shownBy[flag.kind]])}</EventsLink>}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
