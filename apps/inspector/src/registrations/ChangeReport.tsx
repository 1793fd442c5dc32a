import type { RegistrationChange, RegistrationOutcome } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { registrations as words } from '../messages/registrations/en.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { FailureWords, PackWords } from './RegistrationWords.tsx';

interface Look {
  readonly icon: IconName;
  readonly tone: 'ok' | 'warn' | 'bad' | 'quiet';
}

const looks: Readonly<Record<RegistrationOutcome['kind'], Look>> = {
  planned: { icon: 'right', tone: 'quiet' },
  pointed: { icon: 'check', tone: 'ok' },
  restored: { icon: 'check', tone: 'ok' },
  'as-before': { icon: 'check', tone: 'quiet' },
  'not-ours': { icon: 'warning', tone: 'warn' },
  left: { icon: 'warning', tone: 'warn' },
  forgotten: { icon: 'off', tone: 'quiet' },
  failed: { icon: 'failed', tone: 'bad' },
};

/** The sentence of an outcome but for what the server says itself. */
function Outcome({ outcome, t }: { readonly outcome: RegistrationOutcome; readonly t: Translate }) {
  const shown = (url: string | null) => <code>{visibleLine(url ?? t(words.nothing))}</code>;
  switch (outcome.kind) {
    case 'planned':
      return t.rich(words.outcome.planned, { before: shown(outcome.now), now: shown(outcome.will) });
    case 'pointed':
      return t.rich(words.outcome.pointed, { before: shown(outcome.before), now: shown(outcome.url) });
    case 'left':
      return (
        <>
          {t.rich(words.outcome.left, { now: shown(outcome.url) })}{' '}
          <FailureWords message={outcome.reason} parts={outcome.parts} />
        </>
      );
    case 'failed':
      return (
        <>
          {t(words.outcome.failed)} <FailureWords message={outcome.message} parts={outcome.parts} />
        </>
      );
    default:
      return t.rich(words.outcome[outcome.kind], { now: shown(outcome.url) });
  }
}

/** What became of each place, or would; and a signing secret, where the provider made one. */
export function ChangeReport({ change }: { readonly change: RegistrationChange }) {
  const t = useT();
  const variable = 'HOOKTAP_SECRET_<ENDPOINT>';
  return (
    <ul className="registration-outcomes">
      {change.items.map((outcome) => {
        const { icon, tone } = looks[outcome.kind];
        const secret = outcome.kind === 'pointed' ? outcome.secret : undefined;
        return (
          <li key={outcome.name}>
            <span className={tone}>
              <Icon name={icon} small />
            </span>
            <span>
              <PackWords says={outcome.says} look="strong" /> <Outcome outcome={outcome} t={t} />
              {secret !== undefined && (
                <span className="registration-secret">
                  <span>{t.rich(words.secret, { variable: <code>{variable}</code> })}</span>
                  <code>{visibleLine(secret)}</code>
                  <CopyButton text={secret} what={t(words.copySecret)} look="button plain" />
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
