import type { ProviderDetail } from '@hooktap/protocol';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { fieldsSaid } from '../connection/server-said.ts';
import { visibleLine, visibleText } from '../format/visible-text.ts';
import { sendKey } from '../keys/command-keys.ts';
import { useKeys } from '../keys/use-keys.ts';
import { parts } from '../messages/parts/en.ts';
import { trigger } from '../messages/trigger/en.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { Button } from '../parts/Button.tsx';
import { DocsLink } from '../signature/DocsLink.tsx';
import { useCommands } from '../state/Commands.tsx';
import { SampleEditor } from './SampleEditor.tsx';
import { ScenarioSteps } from './ScenarioSteps.tsx';
import { SentList } from './SentList.tsx';
import { eventTypeOf, type SampleLine } from './samples-of.ts';
import { TriggerField } from './TriggerField.tsx';
import { seedOf, type TriggerDraft, triggerRequest } from './trigger-draft.ts';
import { useKeptForm } from './use-kept-form.ts';
import { WhereTo } from './WhereTo.tsx';

interface TriggerFormProps {
  readonly provider: ProviderDetail;
  readonly line: SampleLine;
}

/** Sends as the form has it; what was refused stands at its field or below it. */
function useSending(provider: string, line: SampleLine) {
  const [form, put] = useKeptForm(`${provider} ${line.kind} ${line.name}`);
  const t = useT();
  const hooktap = useHooktap();
  const announce = useAnnounce();
  const send = async () => {
    const { draft, edited, sending } = form;
    if (sending) return;
    const choice = line.kind === 'sample' ? { sample: line.name } : { scenario: line.name };
    const drafted = triggerRequest(provider, choice, draft, edited, t);
    put({ problems: drafted.ok ? {} : drafted.problems, refused: null, isStopped: false });
    if (!drafted.ok) return;
    const ending = new AbortController();
    put({ sending: ending, sent: null });
    try {
      const { items } = await hooktap.trigger(drafted.request, ending.signal);
      put({ sent: items });
      announce(t(trigger.announced, { count: items.length }));
    } catch (error) {
      if (ending.signal.aborted) return;
      const errors = fieldsSaid(problemOf(error), t);
      const to = errors.find(({ path }) => path === 'to')?.message;
      put({
        problems: to === undefined ? {} : { to },
        refused: {
          words: problemWords(error, t(parts.noAnswerTryAgain)),
          errors: errors.filter(({ path }) => path.startsWith('set.')),
        },
      });
    } finally {
      put({ sending: null });
    }
  };
  const stop = () => {
    form.sending?.abort();
    put({ isStopped: true });
    announce(t(trigger.stopped));
  };
  return { form, put, send, stop };
}

/** What is said of an event type, its sample to be changed, where it goes, and what came of it. */
export function TriggerForm({ provider, line }: TriggerFormProps) {
  const t = useT();
  const { canAct } = useCommands();
  const { form, put: keep, send, stop } = useSending(provider.name, line);
  const { draft, edited, sent, isStopped, problems, refused } = form;
  const isSending = form.sending !== null;
  const isMany = line.kind === 'scenario' || Number(draft.count) > 1;
  const put = (change: Partial<TriggerDraft>) => keep({ draft: { ...draft, ...change } });
  const submit = () => {
    if (canAct) void send();
  };
  useKeys({ 'mod+enter': submit });
  const eventType = line.kind === 'sample' ? eventTypeOf(provider, line.name) : undefined;
  const scenario =
    line.kind === 'scenario' ? provider.scenarios.find(({ name }) => name === line.name) : undefined;
  const certainty = eventType?.certainty ?? 'verified';
  return (
    <form
      className="trigger-form"
      aria-label={visibleLine(line.name)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <header className="trigger-title">
        <div>
          <h2>{visibleLine(line.name)}</h2>
          <p className="second">
            <span lang={line.says.lang}>{visibleLine(line.says.words)}</span>
            {certainty !== 'verified' && <span className="quiet"> {t(trigger.certainty[certainty])}</span>}{' '}
            {eventType?.docs !== undefined && <DocsLink url={eventType.docs}>{t(trigger.docs)}</DocsLink>}
          </p>
        </div>
        {isSending && isMany && (
          <Button icon="stop" onClick={stop}>
            {t(trigger.stop)}
          </Button>
        )}
        <Button type="submit" icon="send" look="primary" shortcut={sendKey} disabled={!canAct || isSending}>
          {t(isSending ? trigger.sending : trigger.send)}
        </Button>
      </header>
      <div className="trigger-fields">
        <TriggerField
          label={t(trigger.to)}
          value={draft.to}
          placeholder={t(trigger.toPlaceholder)}
          problem={problems.to}
          onChange={(to) => put({ to })}
        />
        <TriggerField
          label={t(trigger.count)}
          value={draft.count}
          placeholder="1"
          problem={problems.count}
          isNumber
          onChange={(count) => put({ count })}
        />
        <TriggerField
          label={t(trigger.seed)}
          value={draft.seed}
          placeholder={t(trigger.fresh)}
          problem={problems.seed}
          isNumber
          onChange={(seed) => put({ seed })}
        />
        <p className="quiet trigger-where">
          <WhereTo provider={provider} to={draft.to} />
        </p>
      </div>
      {refused && (
        <div className="trigger-refused" role="alert">
          {refused.errors.length === 0 && <p className="bad">{refused.words}</p>}
          {refused.errors.map(({ path, message, lang }) => (
            <p key={path} className="bad" lang={lang}>
              {visibleText(message)}
            </p>
          ))}
        </div>
      )}
      {isStopped && (
        <div>
          <p className="second">{t(trigger.stopped)}</p>
        </div>
      )}
      {sent && <SentList sent={sent} />}
      {scenario ? (
        <ScenarioSteps
          scenario={scenario}
          speed={draft.speed}
          onSpeed={(speed) => put({ speed })}
          isSending={isSending}
        />
      ) : (
        <SampleEditor
          provider={provider.name}
          sample={line.name}
          seed={seedOf(draft)}
          edited={edited}
          problem={problems.body}
          onEdit={(edited) => keep({ edited })}
          onSend={submit}
        />
      )}
    </form>
  );
}
