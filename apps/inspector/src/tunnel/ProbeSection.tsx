import type { TunnelProbe } from '@hooktap/protocol';
import { duration, inWords } from '../format/measures.ts';
import { ago, clock } from '../format/time.ts';
import { tunnel as words } from '../messages/tunnel/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { useNow } from '../state/use-now.ts';
import { ReasonWords } from './ReasonWords.tsx';

const listed = 6;
const height = 32;

/** A bar for each probe, the newest on the right; one that failed is red and full. */
function ProbeStrip({ probes }: { readonly probes: readonly TunnelProbe[] }) {
  const t = useT();
  const slowest = Math.max(1, ...probes.map(({ tookMs }) => tookMs));
  const failed = probes.filter(({ kind }) => kind === 'failed').length;
  const width = 8;
  return (
    <figure className="probe-strip">
      <svg
        viewBox={`0 0 ${50 * width} ${height}`}
        role="img"
        aria-label={t(words.probes.strip, { count: probes.length, failed })}
      >
        {probes.toReversed().map((probe, index) => {
          const tall = probe.kind === 'failed' ? height : Math.max(3, (height * probe.tookMs) / slowest);
          return (
            <rect
              key={probe.at}
              className={probe.kind}
              x={(50 - probes.length + index) * width}
              y={height - tall}
              width={width - 3}
              height={tall}
            />
          );
        })}
      </svg>
      <figcaption className="quiet figures">
        {t(words.probes.slowest, { time: inWords(duration(slowest, t)) })}
      </figcaption>
    </figure>
  );
}

function Probe({ probe }: { readonly probe: TunnelProbe }) {
  const t = useT();
  return (
    <>
      <span className={probe.kind === 'reached' ? 'ok' : 'bad'}>
        <Icon name={probe.kind === 'reached' ? 'check' : 'failed'} small />
      </span>
      <span>{t(words.probes[probe.kind])}</span>
      <span className="figures second">{inWords(duration(probe.tookMs, t))}</span>
      {probe.kind === 'failed' && <ReasonWords of={probe} className="tunnel-words" />}
    </>
  );
}

/** Whether requests to the public URL reach this machine, as far as it was looked. */
export function ProbeSection({ probes }: { readonly probes: readonly TunnelProbe[] }) {
  const t = useT();
  const now = useNow(1000);
  const [last, ...before] = probes;
  return (
    <section aria-label={t(words.probes.title)}>
      <h2>{t(words.probes.title)}</h2>
      <p className="second tunnel-what">{t(words.probes.what)}</p>
      {!last ? (
        <p className="quiet">{t(words.probes.none)}</p>
      ) : (
        <>
          <p className="probe-last">
            <span className="figures">{t(words.probes.last, { ago: ago(last.at, now, t) })}</span>
            <Probe probe={last} />
          </p>
          {probes.length > 1 && <ProbeStrip probes={probes} />}
          <ul className="tunnel-rows">
            {before.slice(0, listed).map((probe) => (
              <li key={probe.at}>
                <time className="quiet figures" dateTime={probe.at} title={probe.at}>
                  {clock(probe.at)}
                </time>
                <Probe probe={probe} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
