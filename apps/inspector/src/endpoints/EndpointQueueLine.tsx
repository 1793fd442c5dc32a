import type { DeliveryStatus, EndpointQueue } from '@hooktap/protocol';
import { formatAddress, panelAddress } from '../address/address.ts';
import { goTo } from '../address/use-address.ts';
import { endpoints } from '../messages/endpoints/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { useNow } from '../state/use-now.ts';
import { type QueuePart, queueParts } from './endpoint-words.ts';

const shapes: Readonly<Record<QueuePart['name'], { icon: IconName; tone: string; status: DeliveryStatus }>> =
  {
    held: { icon: 'held', tone: 'warn', status: 'held' },
    waiting: { icon: 'pending', tone: 'quiet', status: 'pending' },
    retrying: { icon: 'turning', tone: 'warn', status: 'retrying' },
    underWay: { icon: 'send', tone: 'quiet', status: 'pending' },
  };

interface EndpointQueueLineProps {
  readonly queue: EndpointQueue;
  /** What narrows the delivery log to this endpoint. */
  readonly term: string;
}

/** What lies before the handler; each part leads to its deliveries. */
export function EndpointQueueLine({ queue, term }: EndpointQueueLineProps) {
  const t = useT();
  const now = useNow(1000);
  const parts = queueParts(queue, now, t);
  if (parts.length === 0) return <p className="quiet endpoint-queue">{t(endpoints.queue.empty)}</p>;
  return (
    <ul className="endpoint-queue" aria-label={t(endpoints.queue.label)}>
      {parts.map(({ name, words }) => {
        const { icon, tone, status } = shapes[name];
        const address = { ...panelAddress('deliveries'), q: term, status };
        return (
          <li key={name}>
            <a
              href={formatAddress(address)}
              onClick={(click) => {
                if (click.metaKey || click.ctrlKey || click.shiftKey) return;
                click.preventDefault();
                click.stopPropagation();
                goTo(address);
              }}
            >
              <span className={tone}>
                <Icon name={icon} small />
              </span>
              <span className="figures">{words}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
