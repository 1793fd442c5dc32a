import { useState } from 'react';
import { beginningOf, visibleText } from '../format/visible-text.ts';
import { useView } from '../layout/view-settings.ts';
import { compare } from '../messages/compare/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import type { Difference } from './difference.ts';
import { windowOf, windowStart } from './difference-window.ts';
import { useTally } from './Tally.tsx';

/** Rows that are there at first, and that are added each time more are asked for. */
const AT_ONCE = 300;
const LABEL_SHOWN = 300;

function Side({ value, start }: { readonly value: string | null; readonly start: number }) {
  if (value === null) return <span className="quiet">—</span>;
  const { text, isCutBefore, isCutBehind } = windowOf(value, start);
  return (
    <code>
      {isCutBefore && <span className="quiet">… </span>}
      {visibleText(text)}
      {isCutBehind && <span className="quiet"> …</span>}
    </code>
  );
}

interface DifferenceRowsProps {
  readonly differences: readonly Difference[];
}

/** Lines of a comparison: name, left, right and what differs, in words before colour. */
export function DifferenceRows({ differences }: DifferenceRowsProps) {
  const t = useT();
  const { dimAlwaysChanging } = useView();
  const unequal = differences.filter(({ mark }) => mark !== 'equal');
  useTally(unequal.length, dimAlwaysChanging ? unequal.filter((one) => one.alwaysChanges).length : 0);
  const [most, setMost] = useState(AT_ONCE);
  const rows = differences.slice(0, most).map(({ label, left, right, mark, alwaysChanges }, index) => {
    const isDim = dimAlwaysChanging && alwaysChanges;
    const tone = isDim ? '' : mark;
    const start = mark === 'moved' ? 0 : windowStart(left, right);
    return (
      <tr
        key={index}
        className={`difference ${tone}`}
        data-difference={mark !== 'equal' && !isDim ? '' : undefined}
      >
        <th scope="row">
          <code>
            {visibleText(beginningOf(label, LABEL_SHOWN))}
            {label.length > LABEL_SHOWN && <span className="quiet"> …</span>}
          </code>
        </th>
        <td>
          <Side value={left} start={start} />
        </td>
        <td>
          {mark === 'moved' ? (
            <span className="second">{t(compare.toPlace, { place: right ?? '' })}</span>
          ) : (
            <Side value={right} start={start} />
          )}
          {mark !== 'equal' && (
            <span className="difference-word">
              {isDim ? t(compare.asAlways, { mark: t(compare.mark[mark]) }) : t(compare.mark[mark])}
            </span>
          )}
        </td>
      </tr>
    );
  });
  const left = differences.length - rows.length;
  return (
    <>
      {rows}
      {left > 0 && (
        <tr>
          <td colSpan={3}>
            <Button look="ghost" onClick={() => setMost(most + AT_ONCE)}>
              {t(compare.showMore, { count: Math.min(left, AT_ONCE), left: t.number(left) })}
            </Button>
          </td>
        </tr>
      )}
    </>
  );
}
