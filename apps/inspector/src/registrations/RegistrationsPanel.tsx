import { useEffect, useRef } from 'react';
import { goTo, useAddress } from '../address/use-address.ts';
import { useEndpoints } from '../endpoints/use-endpoints.ts';
import { clock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import '../layout/panel.css';
import { registrations as words } from '../messages/registrations/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { useCommands } from '../state/Commands.tsx';
import { useStatus } from '../state/use-status.ts';
import { standingAt } from './behind-url.ts';
import { ChangeReport } from './ChangeReport.tsx';
import { OfferForm } from './OfferForm.tsx';
import { RegistrationSection } from './RegistrationSection.tsx';
import './registrations.css';
import { useRegistrationActions } from './use-registration-actions.ts';
import { useRegistrations } from './use-registrations.ts';

/** Which providers Hooktap told to call the public URL, and how to tell others. */
export default function RegistrationsPanel() {
  const t = useT();
  const { open } = useAddress();
  const { canAct } = useCommands();
  const status = useStatus();
  const endpoints = useEndpoints();
  const list = useRegistrations();
  const actions = useRegistrationActions();
  const items = useRef<HTMLUListElement>(null);
  const changes = useRef<HTMLDivElement>(null);
  // The form is far below it on a small screen.
  useEffect(() => {
    if (actions.changes.length > 0) changes.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [actions.changes]);
  const url = status?.tunnel.state === 'open' ? status.tunnel.url : null;
  const { behind } = standingAt(url ?? '', list?.items ?? [], endpoints ?? []);
  const hasItems = (list?.items.length ?? 0) > 0;
  const offer = list?.offers.find(({ provider }) => provider === open) ?? list?.offers[0];
  const isLoaded = list !== undefined;
  useEffect(() => {
    if (!isLoaded || open === null) return;
    const section = [...(items.current?.querySelectorAll<HTMLElement>('[data-provider]') ?? [])].find(
      ({ dataset }) => dataset['provider'] === open,
    );
    section?.scrollIntoView({ block: 'nearest' });
  }, [isLoaded, open]);
  return (
    <main className="panel registrations-panel">
      <header className="panel-head">
        <h1>{t(words.title)}</h1>
        {hasItems && (
          <>
            {actions.checked && (
              <span className="quiet figures">{t(words.checked, { time: clock(actions.checked.at) })}</span>
            )}
            {url !== null && behind.some(({ state }) => state === 'active') && (
              <Button icon="plug" disabled={!canAct || actions.isBusy} onClick={actions.follow}>
                {t(words.follow)}
              </Button>
            )}
            <Button icon="turning" disabled={!canAct || actions.isBusy} onClick={actions.check}>
              {t(words.check)}
            </Button>
          </>
        )}
      </header>
      <p className="second registrations-what">{t(words.what)}</p>
      <div ref={changes}>
        {actions.changes.map((change, index) => (
          <section
            key={change.id ?? `none-${actions.changes.length - index}`}
            className="registration-change"
            role="status"
          >
            <h2>{visibleLine(change.title)}</h2>
            <ChangeReport change={change} />
          </section>
        ))}
      </div>
      {list && !hasItems && <p className="quiet registrations-none">{t(words.none)}</p>}
      <ul ref={items}>
        {list?.items.map((registration) => (
          <RegistrationSection
            key={registration.id}
            registration={registration}
            findings={actions.checked?.items.find(({ id }) => id === registration.id)?.places}
            isBehind={url !== null && behind.includes(registration)}
            actions={actions}
            canAct={canAct}
          />
        ))}
      </ul>
      {offer && (
        <section className="registration-offers" aria-label={t(words.offers)}>
          <h2>{t(words.offers)}</h2>
          <label className="offer-row">
            <span>{t(words.provider)}</span>
            <select
              className="field"
              value={offer.provider}
              onChange={(change) => goTo({ open: change.target.value }, 'replace')}
            >
              {list?.offers.map(({ provider, title }) => (
                <option key={provider} value={provider}>
                  {visibleLine(title)}
                </option>
              ))}
            </select>
          </label>
          <OfferForm
            key={offer.provider}
            offer={offer}
            canRegister={canAct && url !== null}
            onChanged={actions.show}
          />
        </section>
      )}
    </main>
  );
}
