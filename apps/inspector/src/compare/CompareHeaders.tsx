import type { RawHeaders } from '@hooktap/protocol';
import { useState } from 'react';
import { compare } from '../messages/compare/en.ts';
import { useT } from '../messages/use-t.ts';
import { DifferenceRows } from './DifferenceRows.tsx';
import { headerDifferences } from './header-differences.ts';

interface CompareHeadersProps {
  readonly left: RawHeaders;
  readonly right: RawHeaders;
}

/** Headers beside each other; equal ones on demand. */
export function CompareHeaders({ left, right }: CompareHeadersProps) {
  const t = useT();
  const [showsEqual, setShowsEqual] = useState(false);
  const all = headerDifferences(left, right);
  const equal = all.filter(({ mark }) => mark === 'equal');
  return (
    <>
      <DifferenceRows differences={all.filter(({ mark }) => mark !== 'equal')} />
      {equal.length > 0 && (
        <tr>
          <th scope="row" colSpan={3} className="compare-more">
            <button
              type="button"
              className="button ghost"
              aria-expanded={showsEqual}
              onClick={() => setShowsEqual(!showsEqual)}
            >
              {t(showsEqual ? compare.hideEqual : compare.showEqual, { count: equal.length })}
            </button>
          </th>
        </tr>
      )}
      {showsEqual && <DifferenceRows differences={equal} />}
    </>
  );
}
