import { lazy, Suspense, useState } from 'react';
import { problemWords } from '../connection/problem-words.ts';
import { parts } from '../messages/parts/en.ts';
import { trigger } from '../messages/trigger/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { isForm, sampleText } from './sample-text.ts';
import type { Edited } from './trigger-draft.ts';
import { useSample } from './use-providers.ts';

const CodeEditor = lazy(async () => ({ default: (await import('../editor/CodeEditor.tsx')).CodeEditor }));

interface SampleEditorProps {
  readonly provider: string;
  readonly sample: string;
  readonly seed: number | undefined;
  readonly edited: Edited | null;
  readonly problem: string | undefined;
  readonly onEdit: (edited: Edited | null) => void;
  readonly onSend: () => void;
}

interface SampleTextProps {
  readonly base: string;
  readonly edited: Edited | null;
  readonly onChange: (text: string) => void;
  readonly onSend: () => void;
}

/** Begins with what was made of the sample before, and anew where the sample is another. */
function SampleText({ base, edited, onChange, onSend }: SampleTextProps) {
  const t = useT();
  const [begun] = useState({ base, text: edited?.text ?? base });
  return (
    <CodeEditor
      initial={begun.base === base ? begun.text : base}
      label={t(trigger.body.label)}
      isJson
      onChange={onChange}
      onSend={onSend}
    />
  );
}

/** The sample as it would be sent. What is changed in it is sent so; ids and times are fresh each time. */
export function SampleEditor({ provider, sample, seed, edited, problem, onEdit, onSend }: SampleEditorProps) {
  const t = useT();
  const { data, error } = useSample(provider, sample, seed);
  const [round, setRound] = useState(0);
  // What is being typed, and what was changed before the panel was left, is not taken away by a fresher sample.
  const [held, setHeld] = useState({ seed, base: edited?.base });
  if (error && !data) return <p className="bad">{problemWords(error, t(parts.noAnswerTryAgain))}</p>;
  if (!data) return <section className="trigger-body" aria-busy="true" />;
  const base = edited?.base ?? (held.seed === seed ? held.base : undefined) ?? sampleText(data);
  return (
    <section className="trigger-body" aria-label={t(trigger.body.title)}>
      <h3 className="section-head">
        {t(trigger.body.title)}
        <span className="quiet head-note">
          {t(trigger.body[edited ? 'changed' : isForm(data) ? 'form' : 'json'])}
        </span>
        <span className="quiet head-note cut">{t(trigger.body.fresh)}</span>
        {edited && (
          <span className="head-actions">
            <Button
              look="ghost"
              onClick={() => {
                onEdit(null);
                setHeld({ seed, base: undefined });
                setRound((before) => before + 1);
              }}
            >
              {t(trigger.body.undo)}
            </Button>
          </span>
        )}
      </h3>
      {problem !== undefined && (
        <p className="bad" role="alert">
          {problem}
        </p>
      )}
      <div className="trigger-editor">
        <Suspense fallback={null}>
          <SampleText
            key={round}
            base={base}
            edited={edited}
            onChange={(text) => {
              setHeld({ seed, base });
              onEdit(text === base ? null : { base, text });
            }}
            onSend={onSend}
          />
        </Suspense>
      </div>
    </section>
  );
}
