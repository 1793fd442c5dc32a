import type { TunnelStatus } from '@hooktap/protocol';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';

/** A line under the top bar while the way in from the internet is not what it should be. */
export function TunnelNotice({ tunnel }: { readonly tunnel: TunnelStatus }) {
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
        <p>{tunnel.reason}</p>
      ) : (
        <p>
          <b>The public URL changed.</b> Register <code>{tunnel.url}</code> at your providers in place of{' '}
          <code>{tunnel.previousUrl}</code>.
        </p>
      )}
      {!isTroubled && tunnel.url !== null && (
        <CopyButton text={tunnel.url} what="new public URL" look="button plain" />
      )}
    </div>
  );
}
