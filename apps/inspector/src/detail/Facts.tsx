import type { EventListItem } from '@hooktap/protocol';
import { duration, inWords, size } from '../format/measures.ts';
import { providerName } from '../format/provider-name.ts';
import { visibleLine } from '../format/visible-text.ts';
import { detail } from '../messages/detail/en.ts';
import { useT } from '../messages/use-t.ts';
import { SaidWords } from '../parts/SaidWords.tsx';
import { FilterValue } from '../search/FilterValue.tsx';
import { termOf } from '../search/filter-term.ts';
import { handshakeSaid } from '../signature/handshake-said.ts';
import { SignatureFact } from '../signature/SignatureFact.tsx';
import { providerReason } from './provider-reason.ts';

/** What was asked, by whom, and what the sender got back. */
export function Facts({ item }: { readonly item: EventListItem }) {
  const t = useT();
  const { reply, body } = item;
  const took = reply && Date.parse(reply.sentAt) - Date.parse(item.receivedAt);
  return (
    <dl className="facts">
      <dt>{t(detail.fact.url)}</dt>
      <dd>
        <code>{visibleLine(item.url)}</code>
      </dd>
      <dt>{t(detail.fact.from)}</dt>
      <dd>
        {item.clientAddress ?? item.remoteAddress}{' '}
        <span className="quiet">
          <FilterValue term={termOf('via', item.via)}>{t(detail.via[item.via])}</FilterValue>, HTTP/
          {item.httpVersion}
        </span>
      </dd>
      <dt>{t(detail.fact.body)}</dt>
      <dd>
        {body.size === 0 ? t(detail.fact.none) : inWords(size(body.size, t))}
        {body.size > 0 && (
          <span className="quiet">
            {' '}
            {visibleLine(body.contentType ?? t(detail.fact.noContentType))}
            {body.contentEncoding && `, ${visibleLine(body.contentEncoding)}`}
            {body.state !== 'complete' && t(detail.bodyState[body.state])}
          </span>
        )}
      </dd>
      <dt>{t(detail.fact.sender)}</dt>
      <dd>
        {reply ? (
          <>
            {reply.statusCode}{' '}
            <span className="quiet">
              <FilterValue term={termOf('reply', reply.source)}>{t(detail.reply[reply.source])}</FilterValue>
              {took !== null && took >= 0 && t(detail.fact.after, { took: inWords(duration(took, t)) })}
            </span>
          </>
        ) : (
          <span className="quiet">{t(detail.fact.noAnswer)}</span>
        )}
      </dd>
      {item.provider && (
        <>
          <dt>{t(detail.fact.provider)}</dt>
          <dd title={providerReason(item.providerReason, t)}>
            <FilterValue term={termOf('provider', item.provider)}>
              {visibleLine(providerName(item.provider))}
            </FilterValue>
          </dd>
        </>
      )}
      {item.subject && (
        <>
          <dt>{t(detail.fact.subject)}</dt>
          <dd>{visibleLine(item.subject)}</dd>
        </>
      )}
      {item.provider && (
        <>
          <dt>{t(detail.fact.signature)}</dt>
          <SignatureFact item={item} />
        </>
      )}
      {item.handshake && (
        <>
          <dt>{t(detail.fact.handshake)}</dt>
          <dd>
            <SaidWords said={handshakeSaid(item.handshake.explanation, item.handshake.parts, t)} />
          </dd>
        </>
      )}
      {item.duplicateOf && (
        <>
          <dt>{t(detail.fact.duplicateOf)}</dt>
          <dd>
            <code>{item.duplicateOf}</code>
          </dd>
        </>
      )}
    </dl>
  );
}
