import type { ImportResult } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { importing } from '../messages/importing/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';

/** What is older may be more than what is kept; how long that is, only the command line knows. */
const oldMs = 7 * 24 * 3_600_000;

interface ImportReportProps {
  readonly fileName: string;
  readonly result: ImportResult;
}

/** How many events a file brought, and what was left out for which reason. */
export function ImportReport({ fileName, result }: ImportReportProps) {
  const t = useT();
  const { imported, skipped, faults, oldest } = result;
  const isOld = oldest !== null && Date.now() - Date.parse(oldest) > oldMs;
  return (
    <div className="import-report">
      <p className="import-count">
        <span className={imported > 0 ? 'ok' : 'quiet'}>
          <Icon name={imported > 0 ? 'good' : 'off'} />
        </span>
        <b>{t(importing.imported, { count: imported })}</b>
        <code className="quiet cut">{visibleLine(fileName)}</code>
      </p>
      {skipped > 0 && (
        <>
          <p className="warn">{t(importing.skipped, { count: skipped })}</p>
          <section
            className="import-faults"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
            tabIndex={0}
            aria-label={t(importing.skipped, { count: skipped })}
          >
            <ul>
              {faults.map(({ place, message }) => (
                <li key={place} lang="en">
                  <span className="quiet figures">{place}</span>
                  <span>{visibleLine(message)}</span>
                </li>
              ))}
            </ul>
            {skipped > faults.length && (
              <p className="quiet">{t(importing.moreSkipped, { count: skipped - faults.length })}</p>
            )}
          </section>
        </>
      )}
      {isOld && (
        <p className="second">
          {t(importing.old, {
            date: t.date(oldest, { day: 'numeric', month: 'long', year: 'numeric' }),
          })}
        </p>
      )}
    </div>
  );
}
