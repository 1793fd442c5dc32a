import type { TunnelReport } from '@hooktap/protocol';
import { clock, span } from '../format/time.ts';
import { tunnel as words } from '../messages/tunnel/en.ts';
import { useT } from '../messages/use-t.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useNow } from '../state/use-now.ts';
import { ReasonWords } from './ReasonWords.tsx';
import { stateLook, stateOrder } from './state-look.ts';

function NextTry({ at, now }: { readonly at: string; readonly now: number }) {
  const t = useT();
  const left = Date.parse(at) - now;
  return (
    <span className="second figures">
      {left < 1000 ? t(words.nextTrySoon) : t(words.nextTry, { span: span(left) })}
    </span>
  );
}

/** Every state a tunnel can be in; the one it is in stands out. */
function States({ current }: { readonly current: TunnelReport['tunnel']['state'] }) {
  const t = useT();
  return (
    <ol className="tunnel-states" aria-label={t(words.states)}>
      {stateOrder.map((state) => {
        const { icon, tone } = stateLook[state];
        const isHere = state === current;
        return (
          <li key={state} className={isHere ? `here ${tone}` : ''} aria-current={isHere ? 'step' : undefined}>
            <Icon name={icon} small />
            {t(words.state[state])}
            {isHere && <span className="unseen">({t(words.now)})</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** Where the tunnel stands, why and since when; and the URL that leads here. */
export function StateSection({ report }: { readonly report: TunnelReport }) {
  const t = useT();
  const now = useNow(1000);
  const { tunnel, sockets, waitingLimit } = report;
  const { icon, tone } = stateLook[tunnel.state];
  const isUp = tunnel.state === 'open' || tunnel.state === 'degraded';
  return (
    <section className="tunnel-now" aria-label={t(words.title)}>
      <States current={tunnel.state} />
      <p className="tunnel-reason">
        <span className={tone}>
          <Icon name={icon} />
        </span>
        <span>
          <ReasonWords of={tunnel} />{' '}
          {tunnel.nextTryAt !== undefined && <NextTry at={tunnel.nextTryAt} now={now} />}
        </span>
      </p>
      <dl className="facts-list">
        <div>
          <dt>{t(words.state[tunnel.state])}</dt>
          <dd className="figures">
            {t(words.for, { span: span(now - Date.parse(tunnel.since)) })},{' '}
            {t(words.since, { time: clock(tunnel.since) })}
          </dd>
        </div>
        <div>
          <dt>{t(isUp ? words.publicUrl : words.lastUrl)}</dt>
          <dd className="tunnel-url">
            {tunnel.url === null ? (
              <span className="quiet">{t(words.noUrl)}</span>
            ) : (
              <>
                <code>{tunnel.url}</code>
                <CopyButton text={tunnel.url} what={t(words.copyNew)} look="copy-tint" />
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t(words.kind)}</dt>
          <dd>{tunnel.kind}</dd>
        </div>
        {sockets !== null && (
          <div>
            <dt>{t(words.carries)}</dt>
            <dd>{t(words.sockets, { count: sockets, waiting: waitingLimit ?? sockets })}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
