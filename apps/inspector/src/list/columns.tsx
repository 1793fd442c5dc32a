import type { EventListItem } from '@hooktap/protocol';
import type { ReactNode } from 'react';
import { DeliveryStatus } from '../delivery/DeliveryStatus.tsx';
import { duration, size } from '../format/measures.ts';
import { providerName } from '../format/provider-name.ts';
import { visibleLine } from '../format/visible-text.ts';
import { detail } from '../messages/detail/en.ts';
import { list } from '../messages/list/en.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
import { Figure } from '../parts/Figure.tsx';
import { Icon } from '../parts/Icon.tsx';
import { termOf } from '../search/filter-term.ts';
import { SignatureMark } from './SignatureMark.tsx';
import { subjectOf } from './subject-of.ts';
import { ThreadMark, ThreadWords } from './ThreadWords.tsx';
import { TimeCell } from './TimeCell.tsx';
import type { ThreadHead } from './thread-rows.ts';

export interface RowContext {
  readonly isUnread: boolean;
  readonly isMarked: boolean;
  readonly wasReplayed: boolean;
  readonly now: number;
  readonly times: 'clock' | 'relative';
  readonly t: Translate;
  readonly thread: ThreadHead | null;
}

export interface Column {
  readonly name: keyof typeof list.column;
  /** Pixels; a column that grows takes what the others leave, at least this. */
  readonly width: number;
  readonly grows?: boolean;
  /** Those with the greatest number give way first where it is narrow; 0 never does. */
  readonly givesWay: number;
  /** Shown only when asked for. */
  readonly isExtra?: boolean;
  readonly cell: (event: EventListItem, row: RowContext) => ReactNode;
  /** The condition that its value stands for in a search. */
  readonly term?: (event: EventListItem) => string | null;
}

function Mark({ pinned, row }: { readonly pinned: boolean; readonly row: RowContext }) {
  const t = useT();
  if (row.isMarked) return <Icon name="marked" small />;
  if (row.thread) return <ThreadMark thread={row.thread} isUnread={row.isUnread} />;
  if (!pinned) return row.isUnread && <span className="unread-dot" title={t(list.unread)} />;
  return (
    <span title={t(list.pinned)}>
      <Icon name="pin" small />
      <span className="unseen">{t(list.pinned)}</span>
    </span>
  );
}

/** Why an event of long ago stands above newer ones. */
function ImportedMark() {
  const t = useT();
  return (
    <span className="imported-mark quiet" title={t(list.importedWhy)}>
      <Icon name="upload" small />
      <span className="unseen">{t(detail.via.import)}</span>
    </span>
  );
}

/** The columns of the list from left to right. */
export const columns: readonly Column[] = [
  {
    name: 'mark',
    width: 16,
    givesWay: 0,
    cell: ({ pinned }, row) => <Mark pinned={pinned} row={row} />,
  },
  {
    name: 'time',
    width: 58,
    givesWay: 0,
    cell: ({ receivedAt }, { now, times }) => <TimeCell instant={receivedAt} now={now} times={times} />,
  },
  {
    name: 'endpoint',
    width: 80,
    givesWay: 8,
    isExtra: true,
    cell: ({ endpoint }) => visibleLine(endpoint),
    term: ({ endpoint }) => termOf('endpoint', endpoint),
  },
  {
    name: 'from',
    width: 52,
    givesWay: 3,
    cell: ({ provider }) =>
      provider ? visibleLine(providerName(provider)) : <span className="quiet">—</span>,
    term: ({ provider }) => provider && termOf('provider', provider),
  },
  {
    name: 'type',
    width: 148,
    givesWay: 0,
    cell: ({ eventType, path }, { t }) =>
      eventType ? (
        visibleLine(eventType)
      ) : (
        <>
          <span className="quiet not-recognised">{t(list.notRecognised)}</span>
          <span className="path-instead">{visibleLine(path)}</span>
        </>
      ),
    term: ({ eventType }) => eventType && termOf('type', eventType),
  },
  {
    name: 'subject',
    width: 104,
    grows: true,
    givesWay: 0,
    cell: (event, { thread, t }) => (
      <>
        {thread && <ThreadWords thread={thread} />}
        {event.via === 'import' && <ImportedMark />}
        {subjectOf(event, t)}
      </>
    ),
    term: ({ subject }) => subject && termOf('subject', subject),
  },
  {
    name: 'request',
    width: 142,
    givesWay: 6,
    cell: ({ method, path }) => (
      <>
        <span className={method === 'POST' ? undefined : 'odd-method'}>{visibleLine(method)}</span>{' '}
        {visibleLine(path)}
      </>
    ),
    term: ({ path }) => termOf('path', path),
  },
  {
    name: 'path',
    width: 160,
    givesWay: 8,
    isExtra: true,
    cell: ({ path }) => visibleLine(path),
    term: ({ path }) => termOf('path', path),
  },
  {
    name: 'method',
    width: 60,
    givesWay: 8,
    isExtra: true,
    cell: ({ method }) => visibleLine(method),
    term: ({ method }) => termOf('method', method),
  },
  {
    name: 'signature',
    width: 20,
    givesWay: 2,
    cell: ({ verification }) => <SignatureMark verification={verification} />,
    term: ({ verification }) => termOf('signature', verification.verdict),
  },
  {
    name: 'reply',
    width: 34,
    givesWay: 5,
    cell: ({ reply }, { t }) =>
      reply && (
        <span
          className={reply.statusCode >= 400 ? 'text' : undefined}
          title={t(list.senderGot, { status: String(reply.statusCode), source: reply.source })}
        >
          {reply.statusCode}
        </span>
      ),
    term: ({ reply }) => reply && termOf('reply', reply.source),
  },
  {
    name: 'delivery',
    width: 142,
    givesWay: 0,
    cell: ({ delivery, verification }, { wasReplayed, t }) => (
      <>
        {verification.verdict === 'invalid' && (
          <span className="moved-signature">
            <SignatureMark verification={verification} />
          </span>
        )}
        {delivery ? (
          <DeliveryStatus delivery={delivery} wasReplayed={wasReplayed} />
        ) : (
          <span className="quiet">{t(list.notDelivered)}</span>
        )}
      </>
    ),
    term: ({ delivery }) =>
      delivery &&
      (delivery.lastStatusCode === undefined
        ? termOf('status', delivery.status)
        : termOf('code', String(delivery.lastStatusCode))),
  },
  {
    name: 'took',
    width: 54,
    givesWay: 4,
    cell: ({ delivery }, { t }) =>
      delivery?.tookMs !== undefined && (
        <Figure measure={duration(delivery.tookMs, t)} title={t(list.tookWhat)} />
      ),
  },
  {
    name: 'size',
    width: 54,
    givesWay: 7,
    cell: ({ body }, { t }) => (
      <Figure measure={size(body.size, t)} title={t(detail.bytes, { count: body.size })} />
    ),
  },
];
