import type { TunnelStatus } from '@hooktap/protocol';
import { layout } from '../messages/layout/en.ts';
import { useT } from '../messages/use-t.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';

/** A line under the top bar while the way in from the internet is not what it should be. */
export function TunnelNotice({ tunnel }: { readonly tunnel: TunnelStatus }) {
  const t = useT();
  const isTroubled = ['failed', 'reconnecting', 'degraded'].includes(tunnel.state) && tunnel.kind !== 'none';
  const hasMoved =
    tunnel.previousUrl !== undefined && tunnel.previousUrl !== tunnel.url && tunnel.url !== null;
  if (!isTroubled && !hasMoved) return null;
  return (
    <div className="banner" role="status">
      <span className={tunnel.state === 'failed' ? 'bad' : 'warn'}>
        <Icon name="warning" />
      </span>
      {isTroubled ? (
        <p lang="en">{tunnel.reason}</p>
      ) : (
        <p>
          <b>{t(layout.tunnel.changed)}</b>{' '}
          {t.rich(layout.tunnel.register, {
            url: <code>{tunnel.url}</code>,
            previous: <code>{tunnel.previousUrl}</code>,
          })}
        </p>
      )}
      {!isTroubled && tunnel.url !== null && (
        <CopyButton text={tunnel.url} what={t(layout.wayIn.newPublicUrl)} look="button plain" />
      )}
    </div>
  );
}
