import type { EventListItem } from '@hooktap/protocol';
import { inWords, size } from '../format/measures.ts';
import { providerName } from '../format/provider-name.ts';
import { visibleLine } from '../format/visible-text.ts';
import { FilterValue } from '../search/FilterValue.tsx';
import { termOf } from '../search/filter-term.ts';
import { SignatureFact } from '../signature/SignatureFact.tsx';

const vias = {
  tunnel: 'through the tunnel',
  direct: 'directly',
  trigger: 'sent by Hooktap',
  import: 'imported',
} as const;

const sources: Readonly<Record<string, string>> = {
  handler: 'from your handler',
  ack: 'at once',
  unreachable: 'your handler could not be reached',
  timeout: 'your handler took too long',
  busy: 'too many were waiting',
  blocked: 'blocked path',
  'too-large': 'body too large',
  'sender-gone': 'but had gone by then',
  'store-unavailable': 'could not be stored',
};

const bodyStates = { complete: '', truncated: ', beginning only', aborted: ', broken off' } as const;

/** What was asked, by whom, and what the sender got back. */
export function Facts({ item }: { readonly item: EventListItem }) {
  const { reply, body } = item;
  const took = reply && Date.parse(reply.sentAt) - Date.parse(item.receivedAt);
  return (
    <dl className="facts">
      <dt>URL</dt>
      <dd>
        <code>{visibleLine(item.url)}</code>
      </dd>
      <dt>From</dt>
      <dd>
        {item.clientAddress ?? item.remoteAddress}{' '}
        <span className="quiet">
          <FilterValue term={termOf('via', item.via)}>{vias[item.via]}</FilterValue>, HTTP/{item.httpVersion}
        </span>
      </dd>
      <dt>Body</dt>
      <dd>
        {body.size === 0 ? 'none' : inWords(size(body.size))}
        {body.size > 0 && (
          <span className="quiet">
            {' '}
            {visibleLine(body.contentType ?? 'no content type')}
            {body.contentEncoding && `, ${visibleLine(body.contentEncoding)}`}
            {bodyStates[body.state]}
          </span>
        )}
      </dd>
      <dt>Sender got</dt>
      <dd>
        {reply ? (
          <>
            {reply.statusCode}{' '}
            <span className="quiet">
              <FilterValue term={termOf('reply', reply.source)}>
                {sources[reply.source] ?? reply.source}
              </FilterValue>
              {took !== null && took >= 0 && `, after ${took} ms`}
            </span>
          </>
        ) : (
          <span className="quiet">no answer yet</span>
        )}
      </dd>
      {item.provider && (
        <>
          <dt>Provider</dt>
          <dd title={item.providerReason}>
            <FilterValue term={termOf('provider', item.provider)}>
              {visibleLine(providerName(item.provider))}
            </FilterValue>
          </dd>
        </>
      )}
      {item.subject && (
        <>
          <dt>Subject</dt>
          <dd>{visibleLine(item.subject)}</dd>
        </>
      )}
      {item.provider && (
        <>
          <dt>Signature</dt>
          <SignatureFact item={item} />
        </>
      )}
      {item.handshake && (
        <>
          <dt>Handshake</dt>
          <dd>{visibleLine(item.handshake.explanation)}</dd>
        </>
      )}
      {item.duplicateOf && (
        <>
          <dt>Duplicate of</dt>
          <dd>
            <code>{item.duplicateOf}</code>
          </dd>
        </>
      )}
    </dl>
  );
}
