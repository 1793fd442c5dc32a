import { goTo } from '../address/use-address.ts';
import { useEndpoints } from '../endpoints/use-endpoints.ts';
import { providerName } from '../format/provider-name.ts';
import { visibleLine } from '../format/visible-text.ts';
import { registrations as words } from '../messages/registrations/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { standingAt } from './behind-url.ts';
import './registrations.css';
import { useRegistrations } from './use-registrations.ts';

/** Who follows a public URL, who is behind, and what to tell those that Hooktap did not register. */
export function FollowList({ url }: { readonly url: string }) {
  const t = useT();
  const list = useRegistrations();
  const endpoints = useEndpoints();
  if (!list || !endpoints) return null;
  const { following, behind, byHand } = standingAt(url, list.items, endpoints);
  const toRegistrations = (provider: string) => goTo({ panel: 'registrations', open: provider });
  return (
    <ul className="follow-list">
      {following.length + behind.length === 0 && <li className="quiet">{t(words.none)}</li>}
      {[...following, ...behind].map((one) => {
        const follows = following.includes(one);
        return (
          <li key={one.id}>
            <span className={follows ? 'ok' : 'warn'}>
              <Icon name={follows ? 'check' : 'warning'} small />
            </span>
            <Button look="ghost" onClick={() => toRegistrations(one.provider)}>
              {visibleLine(one.title)}
            </Button>
            <span className="second">{t(follows ? words.active : words.behind)}</span>
          </li>
        );
      })}
      {byHand.map(({ provider, endpoint, url: told }) => (
        <li key={endpoint}>
          <span className="warn">
            <Icon name="warning" small />
          </span>
          <span className="strong">{visibleLine(providerName(provider))}</span>
          <span>
            {t.rich(words.again.endpoint, { name: endpoint, url: <code>{visibleLine(told)}</code> })}
          </span>
          <CopyButton text={told} what={told} iconOnly />
        </li>
      ))}
    </ul>
  );
}
