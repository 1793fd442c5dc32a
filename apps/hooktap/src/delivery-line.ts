import type { DeliveryListItem, DeliveryStatus } from '@hooktap/protocol';
import { clockTime, duration } from './event-line.ts';
import { fittedRow, type Piece, piece } from './fitted-row.ts';
import type { Paint } from './paint.ts';
import { clipped, printable } from './printable.ts';

const longestPath = 120;
/** Of a line without what it is about, with the id and without it. */
const besideAbout = 78;
const besideAboutAlone = 46;
const narrowestAbout = 30;
const widestAbout = 46;
const colours: Record<DeliveryStatus, 'green' | 'red' | 'yellow' | 'dim'> = {
  pending: 'yellow',
  retrying: 'yellow',
  held: 'yellow',
  succeeded: 'green',
  failed: 'red',
  cancelled: 'dim',
};

type Way = Pick<DeliveryListItem, 'endpoint' | 'target'>;

/**
 * The delivery log for a person. On a terminal it has a heading, and says once where all of them go; elsewhere each
 * line says it: `14:02:11  failed     503  2 tries    12 ms  stripe  POST /hook → http://localhost:3000  dlv_…`.
 */
export function deliveryLines(
  items: readonly DeliveryListItem[],
  paint: Paint,
  columns: number | null,
): string[] {
  if (columns === null || items.length === 0) return items.map((item) => pipedLine(item, paint));
  const [first] = items;
  const shared = items.every(
    ({ endpoint, target }) => endpoint === first?.endpoint && target === first.target,
  );
  return [
    ...(shared && first ? [paint('dim', `All of ${wayOf(first)}`)] : []),
    heading(paint, columns),
    ...items.map((item) => fittedLine(item, paint, columns, shared)),
  ];
}

const heading = (paint: Paint, columns: number): string =>
  fittedRow(
    [piece(`time      status    code  tries         took  ${'request'.padEnd(aboutWidth(columns))}`, 'dim')],
    [piece('delivery', 'dim')],
    { paint, columns },
  );

const wayOf = ({ endpoint, target }: Way): string => `${printable(endpoint)} → ${printable(target)}`;

/** Time, status, the last answer, attempts and how long the last one took. */
const beginning = ({ digest, createdAt }: DeliveryListItem): Piece[] => [
  piece(clockTime(new Date(createdAt)), 'dim'),
  piece(digest.status.padEnd(9), colours[digest.status]),
  piece((digest.lastStatusCode === undefined ? '---' : String(digest.lastStatusCode)).padStart(3)),
  piece(`${digest.attempts} ${digest.attempts === 1 ? 'try' : 'tries'}`.padEnd(8)),
  piece(duration(digest.tookMs ?? null).padStart(8), 'dim'),
];

/** Why the last attempt had no answer, and when the next one is. */
const trouble = ({ digest: { lastFailure }, nextAttemptAt }: DeliveryListItem): Piece[] => [
  ...(lastFailure === undefined ? [] : [piece(lastFailure, 'red')]),
  ...(nextAttemptAt === undefined ? [] : [piece(`next ${clockTime(new Date(nextAttemptAt))}`)]),
];

function aboutOf({ event }: DeliveryListItem): string {
  const what = event.eventType === null ? '' : ` (${printable(event.eventType)})`;
  return `${printable(event.method)} ${clipped(printable(event.path), longestPath)}${what}`;
}

function pipedLine(item: DeliveryListItem, paint: Paint): string {
  const about = `${aboutOf(item)} → ${printable(item.target)}`;
  const rest = [piece(printable(item.endpoint).padEnd(12)), piece(about), piece(item.id), ...trouble(item)];
  return fittedRow(beginning(item), rest, { paint, columns: null });
}

function fittedLine(item: DeliveryListItem, paint: Paint, columns: number, shared: boolean): string {
  const width = aboutWidth(columns);
  return fittedRow(
    [...beginning(item), piece(clipped(aboutOf(item), width).padEnd(width))],
    [piece(item.id), ...(shared ? [] : [piece(wayOf(item), 'dim')]), ...trouble(item)],
    { paint, columns },
  );
}

function aboutWidth(columns: number): number {
  const room = columns - besideAbout;
  return room >= narrowestAbout ? Math.min(room, widestAbout) : Math.max(columns - besideAboutAlone, 16);
}
