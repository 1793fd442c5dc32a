import type { RawHeaders } from '@hooktap/protocol';
import { visibleText } from '../format/visible-text.ts';
import { changeView, useView } from '../layout/view-settings.ts';
import { headers } from '../messages/headers/en.ts';
import { useT } from '../messages/use-t.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { LongText } from '../parts/LongText.tsx';
import { NearRows } from '../parts/NearRows.tsx';
import { Segments } from '../parts/Segments.tsx';
import { FilterValue } from '../search/FilterValue.tsx';
import { termOf } from '../search/filter-term.ts';
import { headerMeaning } from './header-meanings.ts';
import { headerLines, utf8Reading } from './header-text.ts';
import './header-table.css';

const looks = ['table', 'explained', 'raw'] as const;
const FILTER_AT_MOST = 200;
const SHOWN = 2000;

interface HeaderTableProps {
  readonly title: string;
  readonly headers: RawHeaders;
  /** Of an event: then its values can narrow the list. */
  readonly canFilter?: boolean;
}

function HeaderValue({ name, value, canFilter }: { name: string; value: string; canFilter: boolean }) {
  const t = useT();
  const reading = utf8Reading(value);
  const filters = canFilter && value !== '' && value.length <= FILTER_AT_MOST;
  return (
    <>
      {filters ? (
        <FilterValue term={termOf(`header.${name.toLowerCase()}`, reading ?? value)}>
          {visibleText(reading ?? value)}
        </FilterValue>
      ) : (
        <LongText text={reading ?? value} most={SHOWN} what={t(headers.value)} />
      )}
      {reading !== null && <span className="quiet"> {t(headers.readAsUtf8)}</span>}
    </>
  );
}

/** Headers as on the wire, order, case and repetition; explained on demand. */
export function HeaderTable({ title, headers: given, canFilter = false }: HeaderTableProps) {
  const t = useT();
  const { headers: look } = useView();
  return (
    <>
      <h3 className="section-head">
        {title}
        <span className="quiet head-note">{given.length}</span>
        <span className="head-actions">
          {given.length > 0 && (
            <Segments
              label={t(headers.lookAt, { title })}
              value={look}
              options={looks}
              labels={{
                table: t(headers.look.table),
                explained: t(headers.look.explained),
                raw: t(headers.look.raw),
              }}
              onChange={(next) => changeView({ headers: next })}
            />
          )}
          <CopyButton text={() => headerLines(given)} what={title.toLowerCase()} iconOnly />
        </span>
      </h3>
      {given.length === 0 && <p className="quiet">{t(headers.none)}</p>}
      {look === 'raw' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways
        <pre className="header-raw" tabIndex={0}>
          {visibleText(given.map(([name, value]) => `${name}: ${value}`).join('\n'))}
        </pre>
      ) : (
        <NearRows
          as="dl"
          className="header-table"
          count={given.length}
          row={(index) => {
            const [name = '', value = ''] = given[index] ?? [];
            const meaning = headerMeaning(name, t);
            return (
              <div key={index}>
                <dt title={meaning ?? undefined}>
                  <LongText text={name} most={SHOWN} what={t(headers.name)} />
                </dt>
                <dd>
                  <HeaderValue name={name} value={value} canFilter={canFilter} />
                  {look === 'explained' && meaning !== null && <p className="header-meaning">{meaning}</p>}
                </dd>
              </div>
            );
          }}
        />
      )}
    </>
  );
}
