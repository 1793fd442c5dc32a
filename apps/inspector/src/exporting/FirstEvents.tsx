import type { ExportPreview } from '@hooktap/protocol';
import { useState } from 'react';
import { preciseClock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { exporting } from '../messages/exporting/en.ts';
import { useT } from '../messages/use-t.ts';

type First = ExportPreview['first'][number];
type Value = First['values'][number];

const order = ['target', 'header', 'body', 'event', 'attempt'] as const;

/** In the order of a request; values that were judged together stay together. */
const inOrder = (values: readonly Value[]): readonly Value[] =>
  values
    .filter(({ before }) => before !== '')
    .toSorted((one, other) => order.indexOf(one.place) - order.indexOf(other.place));

function ValueRow({ value, safe }: { readonly value: Value; readonly safe: boolean }) {
  const t = useT();
  const { place, name, before, after } = value;
  const isReplaced = safe && after !== null;
  return (
    <tr className={isReplaced ? 'replaced' : ''}>
      <th scope="row">
        <span className="quiet">{t(exporting.place[place])}</span> <code>{visibleLine(name)}</code>
      </th>
      <td>
        <code className="export-value">{visibleLine(before)}</code>
      </td>
      <td>
        {isReplaced ? (
          <code className="export-value stand-in">{visibleLine(after)}</code>
        ) : (
          <span className="quiet">{t(exporting.preview.stays)}</span>
        )}
      </td>
    </tr>
  );
}

interface EventValuesProps {
  readonly first: First;
  readonly safe: boolean;
  readonly onlyChanged: boolean;
  readonly isOpen: boolean;
}

function EventValues({ first, safe, onlyChanged, isOpen }: EventValuesProps) {
  const t = useT();
  const { id, method, receivedAt, values, others } = first;
  const replaced = values.filter(({ after }) => after !== null).length;
  const shown = inOrder(values).filter(({ after }) => !(safe && onlyChanged) || after !== null);
  return (
    <details className="export-event" open={isOpen}>
      <summary>
        <h4>
          <code>
            {visibleLine(method)} {id}
          </code>
          <time className="quiet figures" dateTime={receivedAt}>
            {preciseClock(receivedAt)}
          </time>
          {/* More may be among those that are not shown. */}
          {safe && others === 0 && (
            <span className="quiet">{t(exporting.preview.replaced, { count: replaced })}</span>
          )}
        </h4>
      </summary>
      <table className="export-table">
        <thead>
          <tr>
            <th scope="col">{t(exporting.preview.where)}</th>
            <th scope="col">{t(exporting.preview.before)}</th>
            <th scope="col">{t(exporting.preview.after)}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((value, index) => (
            <ValueRow key={index} value={value} safe={safe} />
          ))}
        </tbody>
      </table>
      {others > 0 && <p className="quiet">{t(exporting.preview.others, { count: others })}</p>}
    </details>
  );
}

/** The first events value by value: what was captured, and what the file has in its place. */
export function FirstEvents({ preview, safe }: { readonly preview: ExportPreview; readonly safe: boolean }) {
  const t = useT();
  const [onlyChanged, setOnlyChanged] = useState(false);
  if (preview.first.length === 0) return <p className="second">{t(exporting.preview.none)}</p>;
  return (
    <div className="export-first">
      <div className="export-first-head">
        <h3>{t(exporting.preview.title)}</h3>
        {safe && (
          <label>
            <input
              type="checkbox"
              checked={onlyChanged}
              onChange={(change) => setOnlyChanged(change.target.checked)}
            />
            {t(exporting.preview.changes)}
          </label>
        )}
      </div>
      {preview.first.map((first, index) => (
        <EventValues
          key={first.id}
          first={first}
          safe={safe}
          onlyChanged={onlyChanged}
          isOpen={index === 0}
        />
      ))}
      {safe && <p className="quiet">{t(exporting.preview.note)}</p>}
    </div>
  );
}
