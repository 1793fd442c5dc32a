import type { Event } from '@hooktap/protocol';
import { useState } from 'react';
import type { FieldSaid } from '../connection/server-said.ts';
import { inWords, size } from '../format/measures.ts';
import { visibleLine, visibleText } from '../format/visible-text.ts';
import { editor as words } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { CodeEditor } from './CodeEditor.tsx';
import type { Draft } from './edit-draft.ts';
import { changedLines } from './line-diff.ts';
import { useEventSchema } from './use-event-schema.ts';

interface BodyFieldProps {
  readonly draft: Draft;
  readonly captured: Draft;
  readonly event: Event;
  readonly isJson: boolean;
  readonly mustReplace: boolean;
  readonly problem: FieldSaid | undefined;
  readonly onChange: (body: Pick<Draft, 'bodyText'>) => void;
  readonly onSend: () => void;
  /** Null where nothing is changed. */
  readonly onUndo: (() => void) | null;
}

const MOST_COUNTED = 200_000;

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
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
  onUndo,
}: BodyFieldProps) {
  const t = useT();
  const [initial, setInitial] = useState(draft.bodyText);
  const [unlike, setUnlike] = useState<number | null>(null);
  const schema = useEventSchema(event);
  const { bodyText } = draft;
  const isKept = bodyText === null;
  const isEdited = bodyText !== captured.bodyText || draft.keptBase64 !== undefined;
  const isBroken = isEdited && isJson && Boolean(bodyText) && !isJsonText(bodyText ?? '');
  const lines =
    isEdited && bodyText !== null && captured.bodyText !== null && bodyText.length < MOST_COUNTED
      ? changedLines(captured.bodyText.split('\n'), bodyText.split('\n')).length
      : 0;
  const type = visibleLine(event.eventType ?? '');
  const replace = () => {
    setInitial('');
    onChange({ bodyText: '' });
  };
  return (
    <section className="editor-section editor-body" aria-label={t(words.body.section)}>
      <h3 className="section-head">
        {t(words.body.section)}
        <span className="quiet head-note">
          {!isEdited
            ? t(words.body.asCaptured, { size: inWords(size(event.body.size, t)) })
            : lines > 0
              ? t(words.body.changedLines, { count: lines })
              : t(words.body.changed)}
        </span>
        <span className="head-actions body-says">
          {isBroken ? (
            <span className="warn cut">{t(words.body.notJson)}</span>
          ) : (
            schema &&
            unlike !== null && (
              <span className={unlike > 0 ? 'warn cut' : 'quiet cut'}>
                {unlike > 0 ? t(words.body.unlike, { count: unlike, type }) : t(words.body.fits, { type })}
              </span>
            )
          )}
          {onUndo && (
            <Button look="ghost" className="accent" onClick={onUndo}>
              {t(words.body.undo)}
            </Button>
          )}
        </span>
      </h3>
      {problem && (
        <p className="bad" lang={problem.lang}>
          {visibleText(problem.message)}
        </p>
      )}
      {mustReplace && !isEdited && <p className="warn">{t(words.body.incomplete)}</p>}
      {isKept ? (
        <p className="second kept-body">
          {draft.keptBase64 === undefined ? t(words.body.kept) : t(words.body.keptSaved)}
          <Button onClick={replace}>{t(words.body.replace)}</Button>
        </p>
      ) : (
        <CodeEditor
          initial={initial ?? ''}
          label={t(words.body.section)}
          isJson={isJson}
          original={isJson ? captured.bodyText : null}
          schema={schema}
          onProblems={setUnlike}
          onChange={(text) => onChange({ bodyText: text })}
          onSend={onSend}
        />
      )}
    </section>
  );
}
