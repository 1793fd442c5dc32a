import type { DriftField, DriftFields } from '@hooktap/protocol';
import { momentOf } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { drift } from '../messages/drift/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { kindsInWords, queryOfFlag, shownBy } from './drift-words.ts';
import { EventsLink } from './EventsLink.tsx';
import { type EventKind, queryOfKind } from './kind-query.ts';

interface FieldTableProps {
  readonly fields: DriftFields;
  readonly now: number;
}

/** Every field ever seen: its types, how often and when, and what it was last. */
export function FieldTable({ fields: { type, items }, now }: FieldTableProps) {
  const t = useT();
  const { field, kinds, seen, last, example } = drift.table;
  return (
    <table className="drift-fields">
      <thead>
        <tr>
          {[field, kinds, seen, last, example].map((head) => (
            <th key={head.id} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <FieldRow key={one.path} field={one} kind={type} events={type.events} now={now} />
        ))}
      </tbody>
    </table>
  );
}

interface FieldRowProps {
  readonly field: DriftField;
  readonly kind: EventKind;
  readonly events: number;
  readonly now: number;
}

function FieldRow({ field, kind, events, now }: FieldRowProps) {
  const t = useT();
  const { path, q, flags, values, optional, examples, firstSeen, lastSeen } = field;
  const [example] = examples;
  const seen = t(drift.table.seenIn, { count: field.events, all: events });
  const words = visibleLine(values.join(', '));
  return (
    <tr className={flags.length > 0 ? 'flagged' : ''}>
      <th scope="row">
        <code>{visibleLine(path)}</code>
        {flags.map((flag) => (
          <span key={flag.kind} className="warn drift-flag">
            <Icon name="warning" small />
            {q === null ? (
              t(drift.flag[flag.kind])
            ) : (
              <EventsLink
                q={queryOfKind(kind, queryOfFlag(flag, q))}
                title={t(drift.changes[shownBy[flag.kind]])}
              >
                {t(drift.flag[flag.kind])}
              </EventsLink>
            )}
          </span>
        ))}
      </th>
      <td title={values.length > 0 ? t(drift.table.values, { values: words }) : undefined}>
        <code className="drift-kinds">{kindsInWords(field, t)}</code>
        {optional && <span className="quiet drift-optional">{t(drift.table.optional)}</span>}
      </td>
      <td className="figures drift-seen">
        {q === null ? (
          seen
        ) : (
          <EventsLink
            q={queryOfKind(kind, q)}
            otherwise={queryOfKind(kind, `-${q}`)}
            title={t(drift.table.having, { field: visibleLine(path) })}
          >
            {seen}
          </EventsLink>
        )}
      </td>
      <td
        className="figures drift-last"
        title={t(drift.table.firstSeen, { when: momentOf(firstSeen.at, now, t) })}
      >
        <EventsLink eventId={lastSeen.eventId} q="">
          {momentOf(lastSeen.at, now, t)}
        </EventsLink>
      </td>
      <td className="drift-example">
        {example && (
          <code className="cut" title={visibleLine(example.text)}>
            {visibleLine(example.text)}
            {example.cut && '…'}
          </code>
        )}
      </td>
    </tr>
  );
}
