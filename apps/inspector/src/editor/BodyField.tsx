import type { Event } from '@hooktap/protocol';
import { useState } from 'react';
import { inWords, size } from '../format/measures.ts';
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
    return error instanceof Error ? error.message : 'Not valid JSON';
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
  const [initial, setInitial] = useState(draft.bodyText);
  const isKept = draft.bodyText === null;
  const isEdited = draft.bodyText !== captured.bodyText;
  const fault = isEdited && isJson && draft.bodyText ? badJson(draft.bodyText) : null;
  const replace = () => {
    setInitial('');
    onChange('');
  };
  return (
    <section className="editor-section editor-body" aria-label="Body">
      <h3 className="section-head">
        Body
        <span className="quiet head-note">
          {isEdited ? 'changed' : `${inWords(size(event.body.size))}, as captured`}
        </span>
        {fault && <span className="warn head-note cut">Not valid JSON; it goes out as it is</span>}
      </h3>
      {problem && <p className="bad">{problem}</p>}
      {mustReplace && !isEdited && (
        <p className="warn">
          Only the beginning of this body was kept. Change it, so that what is sent is whole.
        </p>
      )}
      {isKept ? (
        <p className="second kept-body">
          The body is binary or too large to edit here; its bytes go out as captured.
          <Button onClick={replace}>Replace it with text</Button>
        </p>
      ) : (
        <CodeEditor
          initial={initial ?? ''}
          label="Body"
          isJson={isJson}
          onChange={onChange}
          onSend={onSend}
        />
      )}
    </section>
  );
}
