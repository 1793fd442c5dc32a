import type { Event } from '@hooktap/protocol';
import { compare } from '../messages/compare/en.ts';
import { useT } from '../messages/use-t.ts';
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
  const t = useT();
  return (
    <tbody>
      <DifferenceRows
        differences={[
          line(t(compare.method), left.method, right.method),
          line(t(compare.path), left.requestTarget, right.requestTarget),
          line(t(compare.type), left.eventType, right.eventType),
          line(
            t(compare.senderGot),
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
