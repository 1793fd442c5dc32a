import type { ImportResult } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { importing } from '../messages/importing/en.ts';
import { saidInParts } from '../messages/said.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';

/** What is older may be more than what is kept; how long that is, only the command line knows. */
const oldMs = 7 * 24 * 3_600_000;

interface ImportReportProps {
  readonly fileName: string;
  readonly result: ImportResult;
}

/** Where something was left out, and why. */
function Skipped({ fault }: { readonly fault: ImportResult['faults'][number] }) {
  const t = useT();
  const { place, placePart, message, parts } = fault;
  const where = saidInParts(['server.import'], placePart && [placePart], place, t);
  const why = saidInParts(['server.import', 'server.refusal'], parts, message, t);
  return (
    <li>
      <span className="quiet figures" lang={where.lang}>
        {where.words}
      </span>
      <span lang={why.lang}>{visibleLine(why.words)}</span>
    </li>
  );
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
      {imported === 0 && skipped === 0 && <p className="second">{t(importing.nothing)}</p>}
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
              {faults.map((fault) => (
                <Skipped key={fault.place} fault={fault} />
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
