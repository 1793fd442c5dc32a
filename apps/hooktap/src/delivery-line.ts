import type { DeliveryListItem, DeliveryStatus } from '@hooktap/protocol';
import { clockTime, duration } from './event-line.ts';
import type { Paint } from './paint.ts';
import { clipped, printable } from './printable.ts';

const longestPath = 120;
const colours: Record<DeliveryStatus, 'green' | 'red' | 'yellow' | 'dim'> = {
  pending: 'yellow',
  retrying: 'yellow',
  held: 'yellow',
  succeeded: 'green',
  failed: 'red',
  cancelled: 'dim',
};

/** `14:02:11  failed     503  2 tries    12 ms  stripe  POST /hook → http://localhost:3000  dlv_…  next 14:05:00` */
export function deliveryLine({ digest, event, ...delivery }: DeliveryListItem, paint: Paint): string {
  const { status, attempts, lastStatusCode, lastFailure, tookMs } = digest;
  const about = `${printable(event.method)} ${clipped(printable(event.path), longestPath)}`;
  const what = event.eventType === null ? '' : ` (${printable(event.eventType)})`;
  return [
    paint('dim', clockTime(new Date(delivery.createdAt))),
    paint(colours[status], status.padEnd(9)),
    (lastStatusCode === undefined ? '---' : String(lastStatusCode)).padStart(3),
    `${attempts} ${attempts === 1 ? 'try' : 'tries'}`.padEnd(8),
    paint('dim', duration(tookMs ?? null).padStart(8)),
    printable(delivery.endpoint).padEnd(12),
    `${about}${what} → ${printable(delivery.target)}`,
    delivery.id,
    ...(lastFailure === undefined ? [] : [paint('red', lastFailure)]),
    ...(delivery.nextAttemptAt === undefined ? [] : [`next ${clockTime(new Date(delivery.nextAttemptAt))}`]),
  ].join('  ');
}
