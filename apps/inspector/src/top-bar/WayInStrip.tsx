import type { Status, TargetStatus } from '@hooktap/protocol';
import { Tooltip } from 'radix-ui';
import { goTo } from '../address/use-address.ts';
import { heldWords } from '../endpoints/endpoint-words.ts';
import { useEndpoints } from '../endpoints/use-endpoints.ts';
import { span } from '../format/time.ts';
import { layout } from '../messages/layout/en.ts';
import { useT } from '../messages/use-t.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useNow } from '../state/use-now.ts';
import {
  distinctTargets,
  type Segment,
  shortTargetName,
  shownUrl,
  targetName,
  targetSegment,
  targetsSegment,
  tunnelSegment,
} from './way-in.ts';
import './way-in-strip.css';
import { serverSaid } from '../connection/server-said.ts';
import { ReasonWords } from '../tunnel/ReasonWords.tsx';

function Shape({ segment }: { readonly segment: Segment }) {
  return (
    <span className={segment.tone}>
      <Icon name={segment.icon} small />
    </span>
  );
}

function TargetsSegment({
  targets,
  isLive,
}: {
  readonly targets: readonly TargetStatus[];
  readonly isLive: boolean;
}) {
  const t = useT();
  const distinct = distinctTargets(targets);
  const [target] = distinct;
  if (!target) return <div className="way-in-state quiet">{t(layout.wayIn.noTarget)}</div>;
  const isOne = distinct.length === 1;
  const segment = isOne ? targetSegment(target, isLive, t) : targetsSegment(distinct, isLive, t);
  const up = distinct.filter(({ health }) => health === 'up').length;
  const lines = distinct.map(({ url, reason, parts }) => ({
    url,
    words: serverSaid(reason, parts, t).words,
  }));
  const reasons = lines.map(({ url, words }) => (isOne ? words : `${url}: ${words}`)).join('\n');
  return (
    <div className="way-in-state" title={isLive ? reasons : undefined}>
      <Shape segment={segment} />
      {isOne && <code className="cut way-in-long">{targetName(target)}</code>}
      <code className="cut way-in-short">
        {isOne ? shortTargetName(target) : isLive ? `${up}/${distinct.length}` : distinct.length}
      </code>
      <span className={`strong way-in-long ${segment.tone === 'bad' ? 'bad' : ''}`}>{segment.words}</span>
    </div>
  );
}

/** The way of a request: public URL, tunnel, target, in this order. */
export function WayInStrip({ status, isLive }: { readonly status: Status; readonly isLive: boolean }) {
  const t = useT();
  const now = useNow(1000);
  const { tunnel, targets } = status;
  const shown = shownUrl(status);
  const held = heldWords(useEndpoints() ?? [], t);
  const tunnelState = tunnelSegment(tunnel, isLive, t);
  return (
    <section className="way-in" aria-label={t(layout.wayIn.label)}>
      <div className="way-in-url">
        <Icon name={shown.isPublic ? 'globe' : 'system'} small />
        <code className="cut" title={shown.url}>
          {shown.url}
        </code>
        <CopyButton
          text={shown.url}
          what={t(shown.isPublic ? layout.wayIn.publicUrl : layout.wayIn.receiverUrl)}
          look="copy-tint"
        />
      </div>
      <div className="way-in-state">
        <Tooltip.Root>
          <Tooltip.Trigger asChild>
            <button type="button" className="way-in-tunnel" onClick={() => goTo({ panel: 'tunnel' })}>
              <Shape segment={tunnelState} />
              <span
                className={
                  tunnelState.tone === 'bad' || tunnelState.tone === 'warn'
                    ? `strong ${tunnelState.tone}`
                    : 'strong'
                }
              >
                <span className="way-in-long">{tunnelState.words}</span>
                <span className="way-in-short">{t(layout.wayIn.tunnelShort)}</span>
              </span>
              {isLive && tunnel.kind !== 'none' && (
                <span className="quiet figures way-in-long">{span(now - Date.parse(tunnel.since))}</span>
              )}
            </button>
          </Tooltip.Trigger>
          <Tooltip.Portal>
            <Tooltip.Content className="tooltip" sideOffset={4}>
              {isLive ? <ReasonWords of={tunnel} /> : t(layout.wayIn.notAnswering)}
            </Tooltip.Content>
          </Tooltip.Portal>
        </Tooltip.Root>
      </div>
      <TargetsSegment targets={targets} isLive={isLive} />
      {isLive && held !== null && (
        <button
          type="button"
          className="way-in-held figures"
          title={t(layout.wayIn.toEndpoints)}
          onClick={() => goTo({ panel: 'endpoints' })}
        >
          <Icon name="held" small />
          {held}
        </button>
      )}
    </section>
  );
}
