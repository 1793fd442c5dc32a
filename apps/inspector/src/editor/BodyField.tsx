import type { Event } from '@hooktap/protocol';
import { useState } from 'react';
import { inWords, size } from '../format/measures.ts';
import { editor } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { CodeEditor } from './CodeEditor.tsx';
import type { Draft } from './edit-draft.ts';

interface BodyFieldProps {
  readonly draft: Draft;
  readonly captured: Draft;
  readonly event: Event;
  readonly isJson: boolean;
  readonly mustReplace: boolean;
  readonly problem: string | undefined;
  readonly onChange: (bodyText: string | null) => void;
  readonly onSend: () => void;
}

function badJson(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function BodyField({
  draft,
  captured,
  event,
  isJson,
  mustReplace,
  problem,
  onChange,
  onSend,
}: BodyFieldProps) {
  const t = useT();
  const [initial, setInitial] = useState(draft.bodyText);
  const isKept = draft.bodyText === null;
  const isEdited = draft.bodyText !== captured.bodyText;
  const fault = isEdited && isJson && draft.bodyText ? badJson(draft.bodyText) : null;
  const replace = () => {
    setInitial('');
    onChange('');
  };
  return (
    <section className="editor-section editor-body" aria-label={t(editor.body.title)}>
      <h3 className="section-head">
        {t(editor.body.title)}
        <span className="quiet head-note">
          {isEdited
            ? t(editor.body.changed)
            : t(editor.body.captured, { size: inWords(size(event.body.size, t)) })}
        </span>
        {fault && <span className="warn head-note cut">{t(editor.body.badJson)}</span>}
      </h3>
      {problem && <p className="bad">{problem}</p>}
      {mustReplace && !isEdited && <p className="warn">{t(editor.body.cut)}</p>}
      {isKept ? (
        <p className="second kept-body">
          {t(editor.body.kept)}
          <Button onClick={replace}>{t(editor.body.replace)}</Button>
        </p>
      ) : (
        <CodeEditor
          initial={initial ?? ''}
          label={t(editor.body.title)}
          isJson={isJson}
          onChange={onChange}
          onSend={onSend}
        />
      )}
    </section>
  );
}
