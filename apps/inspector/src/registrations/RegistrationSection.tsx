import type { PlaceFinding, Registration } from '@hooktap/protocol';
import { clock, otherDay } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { registrations as words } from '../messages/registrations/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { useNow } from '../state/use-now.ts';
import { FailureWords, PackWords } from './RegistrationWords.tsx';
import { unregisterCommand } from './register-command.ts';
import { registrationAbout } from './registration-about.ts';
import type { RegistrationActions } from './use-registration-actions.ts';

interface RegistrationSectionProps {
  readonly registration: Registration;
  readonly findings: readonly PlaceFinding[] | undefined;
  readonly isBehind: boolean;
  readonly actions: RegistrationActions;
  readonly canAct: boolean;
}

const foundLook: Readonly<
  Record<PlaceFinding['kind'], { readonly icon: IconName; readonly tone: 'ok' | 'warn' | 'bad' | 'quiet' }>
> = {
  ours: { icon: 'check', tone: 'ok' },
  before: { icon: 'off', tone: 'quiet' },
  other: { icon: 'warning', tone: 'warn' },
  failed: { icon: 'failed', tone: 'bad' },
};

function Found({ finding }: { readonly finding: PlaceFinding }) {
  const t = useT();
  const { icon, tone } = foundLook[finding.kind];
  return (
    <p className="registration-found">
      <span className={tone}>
        <Icon name={icon} small />
      </span>
      {finding.kind === 'other' ? (
        <span>
          {t.rich(words.found.changed, {
            url: <code>{visibleLine(finding.url ?? t(words.nothing))}</code>,
          })}
        </span>
      ) : (
        <span>
          {t(words.found[finding.kind])}{' '}
          {finding.kind === 'failed' && <FailureWords message={finding.message} parts={finding.parts} />}
        </span>
      )}
    </p>
  );
}

function Standing({ registration, isBehind }: Pick<RegistrationSectionProps, 'registration' | 'isBehind'>) {
  const t = useT();
  if (registration.state === 'left') return <span className="warn">{t(words.left)}</span>;
  return isBehind ? (
    <span className="warn">{t(words.behind)}</span>
  ) : (
    <span className="second">{t(words.active)}</span>
  );
}

/** One registration: what each place is set to, what it was before, and the way back. */
export function RegistrationSection(props: RegistrationSectionProps) {
  const t = useT();
  const now = useNow(60_000);
  const { registration, findings, isBehind, actions, canAct } = props;
  const { provider, title, since, places, state } = registration;
  const isOff = !canAct || actions.isBusy;
  const about = registrationAbout(registration);
  return (
    <li
      className="registration"
      data-provider={provider}
      tabIndex={-1}
      aria-label={`${visibleLine(title)} ${about}`.trim()}
    >
      <div className="registration-head">
        <h2>{visibleLine(title)}</h2>
        {about !== '' && <code>{about}</code>}
        <Standing registration={registration} isBehind={isBehind} />
        <span className="quiet figures">
          {t(words.since, { time: `${otherDay(since, now, t)} ${clock(since)}`.trim() })}
        </span>
        <span className="registration-acts">
          {state === 'active' ? (
            <Button icon="back" disabled={isOff} onClick={() => actions.unregister(registration)}>
              {t(words.unregister)}
            </Button>
          ) : (
            <Button look="ghost" disabled={isOff} onClick={() => actions.forget(registration)}>
              {t(words.forget)}
            </Button>
          )}
        </span>
      </div>
      <ul className="registration-places">
        {places.map(({ name, says, url, before, problem, problemParts }) => {
          const finding = findings?.find((one) => one.name === name);
          return (
            <li key={name}>
              <PackWords says={says} look="strong" />
              <dl>
                <dt>{t(words.is)}</dt>
                <dd>
                  <code>{visibleLine(url ?? t(words.nothing))}</code>
                </dd>
                <dt>{t(words.was)}</dt>
                <dd>
                  <code className="second">{visibleLine(before ?? t(words.nothing))}</code>
                </dd>
              </dl>
              {finding && <Found finding={finding} />}
              {problem !== undefined && !(finding?.kind === 'failed' && finding.message === problem) && (
                <p className="bad">
                  <FailureWords message={problem} parts={problemParts} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {state === 'left' && (
        <p className="registration-command">
          <span className="second">{t(words.byCommand)}</span>
          <code>{unregisterCommand(provider)}</code>
          <CopyButton text={unregisterCommand(provider)} what={t(words.copyCommand)} look="copy-tint" />
        </p>
      )}
    </li>
  );
}
