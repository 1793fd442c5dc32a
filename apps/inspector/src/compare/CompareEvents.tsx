import type { Event } from '@hooktap/protocol';
import { CompareBodies } from './CompareBodies.tsx';
import { CompareHeaders } from './CompareHeaders.tsx';
import { DifferenceRows } from './DifferenceRows.tsx';
import { type Difference, markOf } from './difference.ts';

const line = (label: string, left: string | null, right: string | null): Difference => ({
  label,
  left,
  right,
  mark: markOf(left, right),
  alwaysChanges: false,
});

/** Two events: what was asked, in which headers, with which body. */
export function CompareEvents({ left, right }: { readonly left: Event; readonly right: Event }) {
  return (
    <tbody>
      <DifferenceRows
        differences={[
          line('Method', left.method, right.method),
          line('Path', left.requestTarget, right.requestTarget),
          line('Type', left.eventType, right.eventType),
          line(
            'Sender got',
            left.reply && String(left.reply.statusCode),
            right.reply && String(right.reply.statusCode),
          ),
        ].filter(({ left: a, right: b }) => a !== null || b !== null)}
      />
      <CompareHeaders left={left.rawHeaders} right={right.rawHeaders} />
      <CompareBodies left={left.body} right={right.body} />
    </tbody>
  );
}
