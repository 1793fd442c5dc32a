import { lazy, Suspense, useState } from 'react';
import { problemOf } from '../connection/hooktap.ts';
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
  const { data, error } = useSample(provider, sample, seed);
  const [round, setRound] = useState(0);
  if (error) return <p className="bad">{problemOf(error)?.detail ?? 'Hooktap did not answer. Try again.'}</p>;
  if (!data) return <section className="trigger-body" aria-busy="true" />;
  // What is being typed is not taken away by another seed.
  const base = edited?.base ?? sampleText(data);
  return (
    <section className="trigger-body" aria-label="Body">
      <h3 className="section-head">
        Body
        <span className="quiet head-note">
          {edited ? 'changed' : isForm(data) ? 'sent as a form' : 'JSON'}
        </span>
        <span className="quiet head-note cut">Ids and times are fresh each time it is sent.</span>
        {edited && (
          <span className="head-actions">
            <Button
              look="ghost"
              onClick={() => {
                onEdit(null);
                setRound((before) => before + 1);
              }}
            >
              Undo changes
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
            initial={base}
            label="Body of the sample"
            isJson
            onChange={(text) => onEdit(text === base ? null : { base, text })}
            onSend={onSend}
          />
        </Suspense>
      </div>
    </section>
  );
}
