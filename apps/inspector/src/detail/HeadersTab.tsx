import type { RawHeaders } from '@hooktap/protocol';
import { visibleText } from '../format/visible-text.ts';
import { CopyButton } from '../parts/CopyButton.tsx';

interface HeaderTableProps {
  readonly title: string;
  readonly headers: RawHeaders;
}

const asText = (headers: RawHeaders) => headers.map(([name, value]) => `${name}: ${value}`).join('\r\n');

/** Header strings are latin-1, a character a byte; many senders put UTF-8 there. */
function utf8Reading(value: string): string | null {
  if (!/[\u0080-\u00ff]/.test(value)) return null;
  try {
    const bytes = Uint8Array.from(value, (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Headers as on the wire: order, case and repetition. */
export function HeaderTable({ title, headers }: HeaderTableProps) {
  return (
    <>
      <h3 className="section-head">
        {title}
        <span className="quiet head-note">{headers.length}, in the order of the wire</span>
        <span className="head-actions">
          <CopyButton text={() => asText(headers)} what={title.toLowerCase()} />
        </span>
      </h3>
      {headers.length === 0 ? (
        <p className="quiet">None.</p>
      ) : (
        <dl className="header-table">
          {headers.map(([name, value], index) => {
            const reading = utf8Reading(value);
            return (
              <div key={index}>
                <dt>{visibleText(name)}</dt>
                <dd>
                  {visibleText(reading ?? value)}
                  {reading !== null && <span className="quiet"> (read as UTF-8)</span>}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </>
  );
}
