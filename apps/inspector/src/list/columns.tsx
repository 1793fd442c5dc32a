import type { EventListItem } from '@hooktap/protocol';
import type { ReactNode } from 'react';
import { DeliveryStatus } from '../delivery/DeliveryStatus.tsx';
import { duration, inWords, size } from '../format/measures.ts';
import { clock, otherDay } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { Figure } from '../parts/Figure.tsx';
import { Icon } from '../parts/Icon.tsx';

export interface RowContext {
  readonly isUnread: boolean;
  readonly wasReplayed: boolean;
  readonly now: number;
}

interface Column {
  readonly name: string;
  readonly label: string;
  readonly cell: (event: EventListItem, row: RowContext) => ReactNode;
}

/** The provider's words, else the beginning of the body, else what there is instead of one. */
export function subjectOf({ subject, body }: EventListItem): string {
  if (subject) return visibleLine(subject);
  if (body.size === 0) return 'no body';
  if (body.preview !== undefined) return visibleLine(body.preview).trim();
  return `${body.contentType ?? 'binary'}, ${inWords(size(body.size))}`;
}

/** The event's type, else the path that it came to. */
export function titleOf({ eventType, path }: EventListItem): string {
  return visibleLine(eventType || path);
}

/** The columns of the list from left to right; their widths stand in event-list.css. */
export const columns: readonly Column[] = [
  {
    name: 'mark',
    label: '',
    cell: ({ pinned }, { isUnread }) => {
      if (pinned) {
        return (
          <span title="Pinned">
            <Icon name="pin" small />
            <span className="unseen">pinned</span>
          </span>
        );
      }
      return isUnread && <span className="unread-dot" title="Unread" />;
    },
  },
  {
    name: 'time',
    label: 'Time',
    cell: ({ receivedAt }, { now }) => {
      const day = otherDay(receivedAt, now);
      return (
        <time dateTime={receivedAt} title={receivedAt}>
          {day || clock(receivedAt)}
        </time>
      );
    },
  },
  {
    name: 'type',
    label: 'Type',
    cell: ({ eventType }) =>
      eventType ? visibleLine(eventType) : <span className="quiet">not recognised</span>,
  },
  { name: 'subject', label: 'Subject', cell: subjectOf },
  {
    name: 'request',
    label: 'Request',
    cell: ({ method, path }) => (
      <>
        <span className={method === 'POST' ? undefined : 'odd-method'}>{visibleLine(method)}</span>{' '}
        {visibleLine(path)}
      </>
    ),
  },
  {
    name: 'reply',
    label: 'Reply',
    cell: ({ reply }) =>
      reply && (
        <span
          className={reply.statusCode >= 400 ? 'text' : undefined}
          title={`The sender got ${reply.statusCode} (${reply.source})`}
        >
          {reply.statusCode}
        </span>
      ),
  },
  {
    name: 'delivery',
    label: 'Delivery',
    cell: ({ delivery }, { wasReplayed }) =>
      delivery ? (
        <DeliveryStatus delivery={delivery} wasReplayed={wasReplayed} />
      ) : (
        <span className="quiet">not delivered</span>
      ),
  },
  {
    name: 'took',
    label: 'Took',
    cell: ({ delivery }) => delivery?.tookMs !== undefined && <Figure measure={duration(delivery.tookMs)} />,
  },
  {
    name: 'size',
    label: 'Size',
    cell: ({ body }) => <Figure measure={size(body.size)} title={`${body.size} bytes`} />,
  },
];
