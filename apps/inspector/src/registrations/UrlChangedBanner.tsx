import type { TunnelStatus } from '@hooktap/protocol';
import { goTo } from '../address/use-address.ts';
import { useEndpoints } from '../endpoints/use-endpoints.ts';
import { providerName } from '../format/provider-name.ts';
import { visibleLine } from '../format/visible-text.ts';
import { tunnel as words } from '../messages/tunnel/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { providersToTell, standingAt } from './behind-url.ts';
import { useRegistrations } from './use-registrations.ts';

interface UrlChangedBannerProps {
  readonly tunnel: TunnelStatus & { readonly url: string };
  readonly onDismiss: () => void;
}

/** The public URL is another: who follows by itself, who has to be told. */
export default function UrlChangedBanner({ tunnel, onDismiss }: UrlChangedBannerProps) {
  const t = useT();
  const list = useRegistrations();
  const endpoints = useEndpoints();
  if (!list || !endpoints) return null;
  const standing = standingAt(tunnel.url, list.items, endpoints);
  const toTell = providersToTell(standing);
  const names = t.list(
    toTell.map((provider) => visibleLine(providerName(provider))),
    'and',
  );
  const following = new Set(standing.following.map(({ provider }) => provider)).size;
  return (
    <div className="banner way-in-trouble" role="status">
      <span className="warn">
        <Icon name="warning" />
      </span>
      <p>
        <b>{t(words.banner.title)}</b>{' '}
        {toTell.length > 0 && t(words.banner.again, { count: toTell.length, names })}{' '}
        {following > 0 && t(words.banner.followed, { count: following })}
        {toTell.length + following === 0 && t(words.banner.tell)}
        <span className="banner-urls">
          <code className="second">{tunnel.previousUrl}</code> → <code>{tunnel.url}</code>
        </span>
      </p>
      <span className="banner-actions">
        <CopyButton text={tunnel.url} what={t(words.banner.newUrl)} look="button plain" />
        <Button className="to-tunnel" onClick={() => goTo({ panel: 'tunnel' })}>
          <span>{t(words.banner.what)}</span>
          <Icon name="right" />
        </Button>
        <IconButton icon="cross" name={t(words.banner.dismiss)} onClick={onDismiss} />
      </span>
    </div>
  );
}
