import { visibleText } from '../format/visible-text.ts';
import { useView } from '../layout/view-settings.ts';
import { type Difference, markWords } from './difference.ts';

const SHOWN = 600;

function Side({ value, mark }: { readonly value: string | null; readonly mark: Difference['mark'] }) {
  if (value === null) return <span className="quiet">—</span>;
  if (mark === 'moved' && !value.startsWith('"to place'))
    return <code>{visibleText(value.slice(0, SHOWN))}</code>;
  return (
    <code>
      {visibleText(value.slice(0, SHOWN))}
      {value.length > SHOWN && <span className="quiet"> …</span>}
    </code>
  );
}

interface DifferenceRowsProps {
  readonly differences: readonly Difference[];
}

/** Lines of a comparison: name, left, right and what differs, in words before colour. */
export function DifferenceRows({ differences }: DifferenceRowsProps) {
  const { dimAlwaysChanging } = useView();
  return differences.map(({ label, left, right, mark, alwaysChanges }, index) => {
    const isDim = dimAlwaysChanging && alwaysChanges;
    const tone = mark === 'equal' || isDim ? '' : mark;
    return (
      <tr
        key={`${label} ${index}`}
        className={`difference ${tone}`}
        data-difference={mark !== 'equal' && !isDim ? '' : undefined}
      >
        <th scope="row">
          <code>{visibleText(label)}</code>
        </th>
        <td>
          <Side value={left} mark={mark} />
        </td>
        <td>
          <Side value={right} mark={mark} />
          {mark !== 'equal' && (
            <span className="difference-word">
              {isDim ? `${markWords[mark]}, as always` : markWords[mark]}
            </span>
          )}
        </td>
      </tr>
    );
  });
}
