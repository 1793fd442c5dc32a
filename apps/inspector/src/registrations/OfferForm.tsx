import type { RegistrationChange, RegistrationOffer } from '@hooktap/protocol';
import { type ReactNode, useRef, useState } from 'react';
import { useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { visibleLine } from '../format/visible-text.ts';
import { parts } from '../messages/parts/en.ts';
import { registrations as words } from '../messages/registrations/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { ChangeReport } from './ChangeReport.tsx';
import { PackWords } from './RegistrationWords.tsx';
import { isSwitch, missingVariables, openAsks, registerCommand } from './register-command.ts';

interface OfferFormProps {
  readonly offer: RegistrationOffer;
  /** False while there is no public URL, or Hooktap does not answer. */
  readonly canRegister: boolean;
  readonly onChanged: (change: RegistrationChange) => void;
}

/** Which webhook of a provider; then what would change, and only then the change. Credentials are never typed here. */
export function OfferForm({ offer, canRegister, onChanged }: OfferFormProps) {
  const t = useT();
  const hooktap = useHooktap();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [path, setPath] = useState('');
  const [planned, setPlanned] = useState<RegistrationChange | null>(null);
  const [fault, setFault] = useState<ReactNode>(null);
  const [isBusy, setIsBusy] = useState(false);
  const missing = missingVariables(offer);
  const command = registerCommand(offer, { answers, path });
  // A plan that comes late is not of what stands in the form now.
  const edits = useRef(0);
  const edited = () => {
    edits.current += 1;
    setPlanned(null);
  };
  const put = (name: string, value: string) => {
    setAnswers({ ...answers, [name]: value });
    edited();
  };
  const ask = async (plan: boolean) => {
    setIsBusy(true);
    setFault(null);
    if (plan) setPlanned(null);
    const asked = edits.current;
    try {
      const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
      const change = await hooktap.register({
        provider: offer.provider,
        answers: given,
        ...(path !== '' && { path }),
        ...(plan && { plan }),
      });
      setPlanned(plan && asked === edits.current ? change : null);
      if (!plan) onChanged(change);
    } catch (error) {
      setPlanned(null);
      setFault(problemWords(error, t(parts.noAnswerTryAgain)));
    } finally {
      setIsBusy(false);
    }
  };
  const changing = planned?.items.filter(({ kind }) => kind === 'planned').length ?? 0;
  return (
    <form
      className="offer-form"
      onSubmit={(submit) => {
        submit.preventDefault();
        void ask(true);
      }}
    >
      {openAsks(offer).map((one) =>
        isSwitch(one) ? (
          <label key={one.name} className="offer-check">
            <input
              type="checkbox"
              checked={answers[one.name] === 'yes'}
              onChange={(change) => put(one.name, change.target.checked ? 'yes' : '')}
            />
            <PackWords says={one.says} />
          </label>
        ) : (
          <label key={one.name} className="offer-row">
            <span>
              <PackWords says={one.says} />{' '}
              {one.optional && <span className="quiet">{t(words.optional)}</span>}
            </span>
            <input
              className="field mono"
              value={answers[one.name] ?? ''}
              autoComplete="off"
              spellCheck={false}
              onChange={(change) => put(one.name, change.target.value)}
            />
          </label>
        ),
      )}
      <label className="offer-row">
        <span>
          {t(words.pathField)} <span className="quiet">{t(words.pathNote)}</span>
        </span>
        <input
          className="field mono"
          value={path}
          placeholder={`/${offer.provider}`}
          autoComplete="off"
          spellCheck={false}
          onChange={(change) => {
            setPath(change.target.value);
            edited();
          }}
        />
      </label>
      {offer.warnings.length > 0 && (
        <ul className="offer-warnings">
          {offer.warnings.map((warning) => (
            <li key={warning}>
              <PackWords says={warning} />
            </li>
          ))}
        </ul>
      )}
      {fault !== null && (
        <p className="bad" role="alert">
          {fault}
        </p>
      )}
      {missing.length === 0 && (
        <>
          <p className="quiet">{t(words.fromEnvironment)}</p>
          {!canRegister && <p className="warn">{t(words.noUrl)}</p>}
          {planned && (
            <div className="offer-plan" role="status">
              <h3>{t(changing > 0 ? words.planned : words.planUnknown)}</h3>
              <ChangeReport change={planned} />
            </div>
          )}
          <div className="offer-acts">
            <Button type="submit" disabled={!canRegister || isBusy}>
              {t(words.plan)}
            </Button>
            {changing > 0 && (
              <Button
                look="primary"
                icon="plug"
                disabled={!canRegister || isBusy}
                onClick={() => void ask(false)}
              >
                {t(words.go, { count: changing })}
              </Button>
            )}
            <span className="quiet" role="status">
              {isBusy && t(words.asking, { provider: visibleLine(offer.title) })}
            </span>
          </div>
        </>
      )}
      <div className="registration-command">
        <p className="second">
          {missing.length === 0
            ? t(words.orCommand)
            : t.rich(words.missing, { names: <code>{missing.join(', ')}</code> })}
        </p>
        <pre>{command}</pre>
        <CopyButton text={command} what={t(words.copyCommand)} look="button plain" />
      </div>
    </form>
  );
}
