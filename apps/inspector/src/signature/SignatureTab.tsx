import type { Event, EventVerification } from '@hooktap/protocol';
import { problemOf } from '../connection/hooktap.ts';
import { visibleText } from '../format/visible-text.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useCommands } from '../state/Commands.tsx';
import { FindingList } from './FindingList.tsx';
import { FrameworkFixes } from './FrameworkFixes.tsx';
import { SchemeSection } from './SchemeSection.tsx';
import './signature.css';
import { changeOfVerdict, signatureStory } from './signature-words.ts';
import { useVerification } from './use-verification.ts';

interface TabProps {
  readonly event: Event;
}

function Verdict({ event, all }: TabProps & { readonly all: EventVerification }) {
  const commands = useCommands();
  const story = signatureStory(all);
  const changed = changeOfVerdict(all);
  return (
    <section className="section story" aria-label="Verdict">
      <span className={story.tone}>
        <Icon name={story.icon} />
      </span>
      <div>
        <p className="strong">{visibleText(story.said)}</p>
        {story.detail !== '' && <p className="second">{visibleText(story.detail)}</p>}
        {changed !== null && <p className="second">{visibleText(changed)}</p>}
        {(story.todo !== null || all.steps.length > 0) && (
          <div className="signature-todo">
            {story.todo !== null && <p>{visibleText(story.todo)}</p>}
            {all.steps.length > 0 && (
              <p className="signature-actions">
                <Button
                  icon="replay"
                  disabled={!commands.canAct || all.secrets === 0}
                  onClick={() => commands.resign(event.id)}
                >
                  Replay signed anew
                </Button>
                <Button icon="edit" look="ghost" onClick={() => commands.edit(event.id)}>
                  Edit or break it
                </Button>
              </p>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

function Refusal({ all: { handler } }: { readonly all: EventVerification }) {
  if (!handler) return null;
  return (
    <section className="section">
      <h3 className="section-head">
        Why your handler answered {handler.statusCode}
        <span className="quiet head-note">attempt {handler.attempt}</span>
      </h3>
      {handler.findings.length === 0 ? (
        <p className="second">
          The signature that it was sent is right, so the reason is not to be seen from here. Look at your
          handler’s own log.
        </p>
      ) : (
        <FindingList findings={handler.findings} />
      )}
    </section>
  );
}

function Tried({ tried }: { readonly tried: readonly string[] }) {
  return (
    <section className="section">
      <details className="signature-tried">
        <summary>
          What was tried <span className="quiet figures">{tried.length}</span>
        </summary>
        <ul>
          {tried.map((words) => (
            <li key={words}>{visibleText(words)}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Whether the signature is right, and if not, why and what to do; then how it is made, step by step. */
export default function SignatureTab({ event }: TabProps) {
  const { data: all, error } = useVerification(event);
  if (!all) {
    return (
      <section className="section" aria-busy={!error}>
        {error && (
          <p className="bad">{problemOf(error)?.detail ?? 'Hooktap did not answer. Open the tab again.'}</p>
        )}
      </section>
    );
  }
  const [, ...more] = all.verification.verdict === 'invalid' ? all.findings : [null, ...all.findings];
  const findings = more.filter((finding) => finding !== null);
  return (
    <>
      <Verdict event={event} all={all} />
      <Refusal all={all} />
      {findings.length > 0 && (
        <section className="section">
          <h3 className="section-head">Also found</h3>
          <FindingList findings={findings} />
        </section>
      )}
      {all.steps.map((steps) => (
        <SchemeSection key={steps.scheme} steps={steps} endpoint={all.endpoint} secrets={all.secrets} />
      ))}
      {all.fixes.length > 0 && <FrameworkFixes fixes={all.fixes} />}
      {all.tried.length > 0 && <Tried tried={all.tried} />}
    </>
  );
}
