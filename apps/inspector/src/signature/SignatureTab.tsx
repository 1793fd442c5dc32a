import type { Event, EventVerification } from '@hooktap/protocol';
import { Fragment } from 'react';
import { goTo } from '../address/use-address.ts';
import { problemWords } from '../connection/problem-words.ts';
import { DeliveryStatus } from '../delivery/DeliveryStatus.tsx';
import { digestOf } from '../delivery/digest-of.ts';
import { clock } from '../format/time.ts';
import { detail } from '../messages/detail/en.ts';
import { signature } from '../messages/signature/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { SaidWords } from '../parts/SaidWords.tsx';
import { useCommands } from '../state/Commands.tsx';
import { FindingList } from './FindingList.tsx';
import { FrameworkFixes } from './FrameworkFixes.tsx';
import { SchemeSection } from './SchemeSection.tsx';
import './signature.css';
import { handshakeSaid } from './handshake-said.ts';
import { changeOfVerdict, doctorSaid, signatureStory } from './signature-words.ts';
import { useVerification } from './use-verification.ts';

interface TabProps {
  readonly event: Event;
}

function Verdict({ event, all }: TabProps & { readonly all: EventVerification }) {
  const t = useT();
  const commands = useCommands();
  const story = signatureStory(all, t);
  const changed = changeOfVerdict(all, t);
  const resigned = event.deliveries.findLast((one) => one.signature === 'resigned');
  return (
    <section className="section story" aria-label={t(signature.label)}>
      <span className={story.tone}>
        <Icon name={story.icon} />
      </span>
      <div>
        <p className="strong">
          <SaidWords said={story.said} />
        </p>
        {story.detail && (
          <p className="second">
            <SaidWords said={story.detail} />
          </p>
        )}
        {changed.length > 0 && (
          <p className="second">
            {changed.map((said) => (
              <Fragment key={said.words}>
                <SaidWords said={said} />{' '}
              </Fragment>
            ))}
          </p>
        )}
        {(story.todo !== null || all.steps.length > 0) && (
          <div className="signature-todo">
            {story.todo !== null && (
              <p>
                <SaidWords said={story.todo} />
              </p>
            )}
            {all.steps.length > 0 && (
              <p className="signature-actions">
                <Button
                  icon="replay"
                  disabled={!commands.canAct || all.secrets === 0}
                  onClick={() => commands.resign(event.id)}
                >
                  {t(signature.resign)}
                </Button>
                <Button icon="edit" look="ghost" onClick={() => commands.edit(event.id)}>
                  {t(signature.edit)}
                </Button>
              </p>
            )}
            {resigned && (
              <p className="signature-resigned" role="status">
                {t(signature.resigned, { time: clock(resigned.createdAt) })}{' '}
                <button
                  type="button"
                  className="signature-outcome"
                  onClick={() => goTo({ tab: 'deliveries' })}
                >
                  <DeliveryStatus delivery={digestOf(resigned)} />
                </button>
              </p>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

/** The provider's test of the URL, and what was wrong with its answer. */
function Handshake({ all: { handshake } }: { readonly all: EventVerification }) {
  const t = useT();
  if (!handshake) return null;
  return (
    <section className="section">
      <h3 className="section-head">{t(detail.fact.handshake)}</h3>
      <p>
        <SaidWords said={handshakeSaid(handshake.explanation, handshake.parts, t)} />
      </p>
      {handshake.remedy !== null && (
        <p className="second">
          <SaidWords said={handshakeSaid(handshake.remedy, handshake.remedyParts, t)} />
        </p>
      )}
    </section>
  );
}

function Refusal({ all: { handler } }: { readonly all: EventVerification }) {
  const t = useT();
  if (!handler) return null;
  return (
    <section className="section">
      <h3 className="section-head">
        {t(signature.why, { status: String(handler.statusCode) })}
        <span className="quiet head-note">{t(signature.attempt, { attempt: handler.attempt })}</span>
      </h3>
      {handler.findings.length === 0 ? (
        <p className="second">{t(signature.notSeen)}</p>
      ) : (
        <FindingList findings={handler.findings} />
      )}
    </section>
  );
}

function Tried({ tried, triedParts }: Pick<EventVerification, 'tried' | 'triedParts'>) {
  const t = useT();
  return (
    <section className="section">
      <details className="signature-tried">
        <summary>
          {t(signature.tried)} <span className="quiet figures">{tried.length}</span>
        </summary>
        <ul>
          {tried.map((words, index) => (
            <li key={words}>
              <SaidWords said={doctorSaid(words, triedParts?.[index], t)} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Whether the signature is right, and if not, why and what to do; then how it is made, step by step. */
export default function SignatureTab({ event }: TabProps) {
  const t = useT();
  const { data: all, error } = useVerification(event);
  if (!all) {
    return (
      <section className="section" aria-busy={!error}>
        {error && <p className="bad">{problemWords(error, t(signature.openAgain))}</p>}
      </section>
    );
  }
  const [, ...more] = all.verification.verdict === 'invalid' ? all.findings : [null, ...all.findings];
  const findings = more.filter((finding) => finding !== null);
  return (
    <>
      <Verdict event={event} all={all} />
      <Handshake all={all} />
      <Refusal all={all} />
      {findings.length > 0 && (
        <section className="section">
          <h3 className="section-head">{t(signature.alsoFound)}</h3>
          <FindingList findings={findings} />
        </section>
      )}
      {all.steps.map((steps) => (
        <SchemeSection key={steps.scheme} steps={steps} endpoint={all.endpoint} secrets={all.secrets} />
      ))}
      {all.fixes.length > 0 && <FrameworkFixes fixes={all.fixes} />}
      {all.tried.length > 0 && <Tried {...all} />}
    </>
  );
}
