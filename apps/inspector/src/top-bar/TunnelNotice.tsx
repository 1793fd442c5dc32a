import type { TunnelStatus } from '@hooktap/protocol';
import { lazy, Suspense, useState } from 'react';
import { goTo, useAddress } from '../address/use-address.ts';
import { layout } from '../messages/layout/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ReasonWords } from '../tunnel/ReasonWords.tsx';

const UrlChangedBanner = lazy(() => import('../registrations/UrlChangedBanner.tsx'));

/** Under this key the URL whose arrival was taken note of; for this tab only. */
const seenKey = 'hooktap.url-seen';

function urlSeen(): string | null {
  try {
    return window.sessionStorage.getItem(seenKey);
  } catch {
    return null;
  }
}

/** A line under the top bar while the way in from the internet is not what it should be. */
export function TunnelNotice({ tunnel }: { readonly tunnel: TunnelStatus }) {
  const t = useT();
  const { panel } = useAddress();
  const [seen, setSeen] = useState(urlSeen);
  const { url, previousUrl, state, kind } = tunnel;
  const isTroubled = ['failed', 'reconnecting', 'degraded'].includes(state) && kind !== 'none';
  if (isTroubled) {
    return (
      <div className="banner way-in-trouble" role="status">
        <span className={state === 'failed' ? 'bad' : 'warn'}>
          <Icon name="warning" />
        </span>
        <p>
          {t.rich(layout.tunnel.trouble, {
            state: <b>{t(layout.tunnel[state])}</b>,
            why: <ReasonWords of={tunnel} />,
          })}
        </p>
        {panel !== 'tunnel' && (
          <span className="banner-actions">
            <Button className="to-tunnel" onClick={() => goTo({ panel: 'tunnel' })}>
              <span>{t(layout.tunnel.toPanel)}</span>
              <Icon name="right" />
            </Button>
          </span>
        )}
      </div>
    );
  }
  if (previousUrl === undefined || url === null || previousUrl === url || seen === url) return null;
  const dismiss = () => {
    setSeen(url);
    try {
      window.sessionStorage.setItem(seenKey, url);
    } catch {
      // Without storage it comes back with the next load of the page.
    }
  };
  return (
    <Suspense fallback={null}>
      <UrlChangedBanner tunnel={{ ...tunnel, url }} onDismiss={dismiss} />
    </Suspense>
  );
}
