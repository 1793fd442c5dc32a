import type { RawHeaders } from '@hooktap/protocol';
import { visibleText } from '../format/visible-text.ts';
import { changeView, useView } from '../layout/view-settings.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Segments } from '../parts/Segments.tsx';
import { FilterValue } from '../search/FilterValue.tsx';
import { termOf } from '../search/filter-term.ts';
import { headerMeaning } from './header-meanings.ts';
import { headerLines, utf8Reading } from './header-text.ts';
import './header-table.css';

const looks = ['table', 'explained', 'raw'] as const;
const labels = { table: 'Table', explained: 'Explained', raw: 'Raw' } as const;
const FILTER_AT_MOST = 200;

interface HeaderTableProps {
  readonly title: string;
  readonly headers: RawHeaders;
  /** Of an event: then its values can narrow the list. */
  readonly canFilter?: boolean;
}

function HeaderValue({ name, value, canFilter }: { name: string; value: string; canFilter: boolean }) {
  const reading = utf8Reading(value);
  const shown = visibleText(reading ?? value);
  const filters = canFilter && value !== '' && value.length <= FILTER_AT_MOST;
  return (
    <>
      {filters ? (
        <FilterValue term={termOf(`header.${name.toLowerCase()}`, reading ?? value)}>{shown}</FilterValue>
      ) : (
        shown
      )}
      {reading !== null && <span className="quiet"> (read as UTF-8)</span>}
    </>
  );
}

/** Headers as on the wire, order, case and repetition; explained on demand. */
export function HeaderTable({ title, headers, canFilter = false }: HeaderTableProps) {
  const { headers: look } = useView();
  return (
    <>
      <h3 className="section-head">
        {title}
        <span className="quiet head-note">{headers.length}</span>
        <span className="head-actions">
          {headers.length > 0 && (
            <Segments
              label={`${title} as`}
              value={look}
              options={looks}
              labels={labels}
              onChange={(next) => changeView({ headers: next })}
            />
          )}
          <CopyButton text={() => headerLines(headers)} what={title.toLowerCase()} iconOnly />
        </span>
      </h3>
      {headers.length === 0 && <p className="quiet">None.</p>}
      {look === 'raw' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways
        <pre className="header-raw" tabIndex={0}>
          {visibleText(headers.map(([name, value]) => `${name}: ${value}`).join('\n'))}
        </pre>
      ) : (
        <dl className="header-table">
          {headers.map(([name, value], index) => {
            const meaning = headerMeaning(name);
            return (
              <div key={index}>
                <dt title={meaning ?? undefined}>{visibleText(name)}</dt>
                <dd>
                  <HeaderValue name={name} value={value} canFilter={canFilter} />
                  {look === 'explained' && meaning !== null && <p className="header-meaning">{meaning}</p>}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </>
  );
}
