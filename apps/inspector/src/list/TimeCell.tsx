import { clock, otherDay, span } from '../format/time.ts';
import { useT } from '../messages/use-t.ts';

interface TimeCellProps {
  readonly instant: string;
  readonly now: number;
  readonly times: 'clock' | 'relative';
}

/** When it came: by the clock, or how long ago; the whole time in the tooltip. */
export function TimeCell({ instant, now, times }: TimeCellProps) {
  const t = useT();
  const words = times === 'relative' ? span(now - Date.parse(instant)) : otherDay(instant, now, t);
  return (
    <time dateTime={instant} title={instant}>
      {words || clock(instant)}
    </time>
  );
}
