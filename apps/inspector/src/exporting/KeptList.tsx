import type { ExportSummary } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { exporting } from '../messages/exporting/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';

/** What could not be judged: values that stay, for a person to look through, and bodies of which nothing stays. */
export function KeptList({ kept }: { readonly kept: NonNullable<ExportSummary['kept']> }) {
  const t = useT();
  const { values, others, numbers, wholeBodies } = kept;
  const count = values.length + others;
  return (
    <>
      {wholeBodies > 0 && (
        <p className="export-warning">
          <span className="warn">
            <Icon name="warning" small />
          </span>
          {t(exporting.stays.bodies, { count: wholeBodies })}
        </p>
      )}
      {count > 0 && (
        <details className="export-kept">
          <summary>
            <b>{t(exporting.stays.title)}</b>
            <span className="second">{t(exporting.stays.look, { count })}</span>
          </summary>
          <ul>
            {values.map(({ place, name, value, times }) => (
              <li key={`${place} ${name} ${value}`}>
                <span className="quiet cut">
                  {t(exporting.place[place])} <code>{visibleLine(name)}</code>
                </span>
                <code className="export-value">{visibleLine(value)}</code>
                <span className="quiet figures">
                  {times > 1 && t(exporting.stays.times, { count: times })}
                </span>
              </li>
            ))}
          </ul>
          {others > 0 && <p className="quiet">{t(exporting.stays.others, { count: others })}</p>}
          {numbers > 0 && <p className="quiet">{t(exporting.stays.numbers, { count: numbers })}</p>}
        </details>
      )}
    </>
  );
}
