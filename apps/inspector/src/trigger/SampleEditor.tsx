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

/** The sample as it would be sent. What is changed in it is sent so; ids and times are fresh each time. */
export function SampleEditor({ provider, sample, seed, edited, problem, onEdit, onSend }: SampleEditorProps) {
  const t = useT();
  const { data, error } = useSample(provider, sample, seed);
  const [round, setRound] = useState(0);
  // The editor begins with what was changed before the panel was left.
  const [first, setFirst] = useState(edited);
  if (error) return <p className="bad">{problemWords(error, t(parts.noAnswerTryAgain))}</p>;
  if (!data) return <section className="trigger-body" aria-busy="true" />;
  // What is being typed is not taken away by another seed.
  const base = edited?.base ?? sampleText(data);
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
                setFirst(null);
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
          <CodeEditor
            key={round}
            initial={first?.base === base ? first.text : base}
            label={t(trigger.body.label)}
            isJson
            onChange={(text) => onEdit(text === base ? null : { base, text })}
            onSend={onSend}
          />
        </Suspense>
      </div>
    </section>
  );
}
