import type { Batch } from '@hooktap/protocol';
import { chaosLine } from './chaos-report.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';

/** `120 of 500  118 succeeded, 2 failed  about 12 s left` */
export function progressLine({ done, total, succeeded, failed, skipped, remainingMs }: Batch): string {
  const parts = [
    `${succeeded} succeeded`,
    `${failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  const left = remainingMs === undefined ? '' : `  about ${span(remainingMs)} left`;
  return `${done} of ${total}  ${parts.join(', ')}${left}`;
}

/** How many answer what now, against what they answered before; then what came of the whole. */
export function summaryLines(batch: Batch, paint: Paint): string[] {
  const { results, skips = [], startedAt, endedAt, id, seed, chaos } = batch;
  const took = endedAt === undefined ? '' : ` in ${span(Date.parse(endedAt) - Date.parse(startedAt))}`;
  const sorted = results.toSorted((a, b) => b.count - a.count);
  const before = Math.max(6, ...sorted.map((one) => one.before.length));
  const after = Math.max(5, ...sorted.map((one) => one.after.length));
  const digits = Math.max(5, ...sorted.map(({ count }) => String(count).length));
  return [
    ...(sorted.length > 0
      ? [paint('dim', `${'before'.padEnd(before)} → ${'after'.padEnd(after)}  ${'count'.padStart(digits)}`)]
      : []),
    ...sorted.map(
      (one) =>
        `${one.before.padEnd(before)} → ${paint(colourOf(one.after), one.after.padEnd(after))}  ` +
        String(one.count).padStart(digits),
    ),
    ...skips.map(({ reason, count, eventId }) => `${count} not sent: ${printable(reason)} (${eventId})`),
    ...(chaos ? [chaosLine(chaos)] : []),
    `${progressLine({ ...batch, remainingMs: undefined })}${took}  ${id}${seed === undefined ? '' : `  seed ${seed}`}`,
  ];
}

const colourOf = (answer: string): 'green' | 'red' | 'yellow' =>
  answer.startsWith('2') ? 'green' : answer.startsWith('4') ? 'yellow' : 'red';

/** `800 ms`, `12 s`, `3 min 20 s`, `1 h 5 min` */
export function span(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
