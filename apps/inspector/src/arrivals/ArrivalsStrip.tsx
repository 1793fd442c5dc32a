import { useEffect, useMemo, useRef, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { useHooktap } from '../connection/hooktap.ts';
import { useView } from '../layout/view-settings.ts';
import { useWidth } from '../list/use-width.ts';
import { arrivals as words } from '../messages/arrivals/en.ts';
import { useT } from '../messages/use-t.ts';
import { timesOf, withoutTimes, withTimes } from '../search/time-range.ts';
import { useFollowed } from '../state/use-followed.ts';
import { useNow } from '../state/use-now.ts';
import { ArrivalsBars } from './ArrivalsBars.tsx';
import './arrivals.css';
import { arrivalsAxis, axisTimes } from './arrivals-axis.ts';
import { arrivalsScale, type Span, spanQuery } from './arrivals-scale.ts';
import { arrivalsInWords, momentInWords, stripInWords } from './arrivals-words.ts';
import { BrushEdge } from './BrushEdge.tsx';
import { type Brush, useBrush } from './use-brush.ts';

/** A bar and its gap, in pixels. */
const BAR = 7;
/** A character of the axis, and between two words of it. */
const FIGURE = 6.5;
const GAP = 12;

/** When what the list searches for arrived; a range drawn over it is the `since:` and `before:` of the search. */
export default function ArrivalsStrip({ q }: { readonly q: string }) {
  const t = useT();
  const hooktap = useHooktap();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { arrivals } = useView();
  const span: Span = arrivals === 'off' ? 'all' : arrivals;
  const now = useNow(5000);
  const search = spanQuery(withoutTimes(q, now), span);
  const buckets = Math.min(200, Math.max(20, Math.floor(width / BAR)));
  const histogram = useFollowed({
    key: ['histogram', search, buckets],
    ask: async (signal) => {
      const value = await hooktap.histogram({ q: search, buckets }, signal);
      return { value, seq: value.seq, isWhole: true };
    },
    follows: ({ type }) => /^event\.(captured|deleted|restored)$|^delivery\.updated$/.test(type),
    enabled: width > 0,
  });
  const scale = useMemo(
    () => (histogram ? arrivalsScale(histogram, span, now) : null),
    [histogram, span, now],
  );
  const times = timesOf(q, now);
  const brush: Brush | null =
    scale && (times.from !== null || times.to !== null)
      ? { from: Math.max(times.from ?? scale.from, scale.from), to: Math.min(times.to ?? scale.to, scale.to) }
      : null;
  const onBrush = (next: Brush | null) => {
    const range = {
      from: next && scale && next.from > scale.from ? next.from : null,
      to: next && scale && next.to < scale.to ? next.to : null,
    };
    goTo({ q: withTimes(q, range, Date.now()) }, brush && next ? 'replace' : 'push');
  };
  const drawing = useBrush({ scale, width, brush, onBrush });
  const [under, setUnder] = useState<number | null>(null);
  useEffect(() => {
    if (!scale) setUnder(null);
  }, [scale]);

  const shown = drawing.shown;
  const bar =
    scale && under !== null
      ? scale.from + Math.floor((under - scale.from) / scale.bucketMs) * scale.bucketMs
      : null;
  const end = scale && (scale.isUpToNow ? t(words.now) : momentInWords(scale.to, scale, t));
  // Half of a time on the axis, and where the last word of it begins.
  const half = scale ? (momentInWords(scale.from, scale, t).length * FIGURE) / 2 : 0;
  const free = width - (end?.length ?? 0) * FIGURE - half - GAP;
  const x = arrivalsAxis(scale ?? { from: 0, to: 1 }, width);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of sliders, not of form fields
    <div className="arrivals" role="group" aria-label={t(words.label)}>
      <p className="unseen">{scale ? stripInWords(scale, t) : t(words.none)}</p>
      <div
        ref={place}
        className="arrivals-place"
        {...drawing.handlers}
        onPointerMove={(pointer) => {
          drawing.handlers.onPointerMove(pointer);
          setUnder(drawing.timeAt(pointer));
        }}
        onPointerLeave={() => setUnder(null)}
      >
        {scale && width > 0 && (
          <>
            <ArrivalsBars scale={scale} width={width} brush={shown} />
            <BrushEdge side="from" scale={scale} width={width} brush={shown} onBrush={onBrush} />
            <BrushEdge side="to" scale={scale} width={width} brush={shown} onBrush={onBrush} />
          </>
        )}
      </div>
      <div className="arrivals-axis figures" aria-hidden="true">
        {scale && bar !== null && bar >= scale.from ? (
          <span className="arrivals-read" style={{ left: Math.min(Math.max(x(bar), 90), width - 90) }}>
            {momentInWords(bar, scale, t)}{' '}
            {arrivalsInWords(scale.buckets.find(({ at }) => at === bar) ?? { arrived: 0, failed: 0 }, t)}
          </span>
        ) : (
          scale && (
            <>
              {axisTimes(scale, Math.max(2, Math.floor(width / 150)))
                .filter((at) => x(at) > half && x(at) < free)
                .map((at) => (
                  <span key={at} style={{ left: x(at) }}>
                    {momentInWords(at, scale, t)}
                  </span>
                ))}
              <span className="arrivals-end">{end}</span>
            </>
          )
        )}
      </div>
    </div>
  );
}
