import type { DeliveryId, Event, SavedRequest } from '@hooktap/protocol';
import { useEffect, useRef, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { clock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { sendKey } from '../keys/command-keys.ts';
import { useKeys } from '../keys/use-keys.ts';
import { editor as words } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { SaveDialog } from '../requests/SaveDialog.tsx';
import { useCommands } from '../state/Commands.tsx';
import { BodyField } from './BodyField.tsx';
import type { Draft } from './edit-draft.ts';
import { HeaderRows } from './HeaderRows.tsx';
import { ReplayResult } from './ReplayResult.tsx';
import type { ResponseLook } from './ResponsePart.tsx';
import { SigningField } from './SigningField.tsx';
import { TargetFields } from './TargetFields.tsx';
import { useReplayDraft } from './use-replay-draft.ts';

interface EditorFormProps {
  readonly event: Event;
  readonly captured: Draft;
  /** What stands there first: as captured, or a saved request. */
  readonly initial: Draft;
  readonly saved: SavedRequest | null;
  readonly defaultTarget: string;
  readonly isJson: boolean;
  readonly mustReplaceBody: boolean;
  readonly canAct: boolean;
  /** A held delivery that goes out so, in place of a replay. */
  readonly release: DeliveryId | null;
}

/** On the left what is sent, on the right what came back. */
export function EditorForm({ event, saved, isJson, mustReplaceBody, canAct, ...rest }: EditorFormProps) {
  const t = useT();
  const commands = useCommands();
  const edit = useReplayDraft({ event, canAct, savedId: saved?.id ?? null, ...rest });
  const { draft, captured, held, changes, fault, problemAt, put, send } = edit;
  const [isSaving, setIsSaving] = useState(false);
  const [look, setLook] = useState<ResponseLook>('diff');
  const name = held === null ? t(words.title.replay) : t(words.title.release);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const sendNow = () => void send();
  const save = () => held === null && setIsSaving(true);
  useKeys({
    r: sendNow,
    'mod+enter': sendNow,
    'mod+s': save,
    d: () => setLook((before) => (before === 'diff' ? 'response' : 'diff')),
  });
  return (
    <div className="editor">
      <form
        className="editor-form"
        aria-busy={edit.isSending}
        aria-label={name}
        onSubmit={(submit) => {
          submit.preventDefault();
          sendNow();
        }}
      >
        <header className="editor-head">
          <IconButton
            icon="back"
            name={t(words.back)}
            shortcut="Esc"
            onClick={() => goTo({ editing: false, saved: null })}
          />
          <h2 ref={title} tabIndex={-1}>
            {name}
          </h2>
          <span className="quiet cut">
            {saved
              ? visibleLine(saved.name)
              : t(words.subtitle, {
                  name: visibleLine(event.eventType ?? event.path),
                  time: clock(event.receivedAt),
                })}
          </span>
          <span className="editor-actions">
            {held === null && (
              <>
                <IconButton icon="list" name={t(words.saved)} onClick={() => commands.show('requests')} />
                <Button icon="bookmark" disabled={!canAct} onClick={save}>
                  {t(words.save)}
                </Button>
              </>
            )}
            <Button
              type="submit"
              icon="send"
              look="primary"
              shortcut={sendKey}
              disabled={!canAct || edit.isSending}
            >
              {held !== null ? t(words.letGo) : edit.sent.length > 0 ? t(words.sendAgain) : t(words.send)}
            </Button>
          </span>
        </header>
        {fault && (
          <p className="editor-fault bad" role="alert">
            {fault.words}
          </p>
        )}
        <TargetFields
          draft={draft}
          defaultTarget={edit.defaultTarget}
          hasTarget={held === null}
          problemAt={problemAt}
          onChange={put}
        />
        {held === null && event.provider !== null && (
          <SigningField event={event} draft={draft} changes={changes} onChange={put} />
        )}
        <HeaderRows
          headers={draft.headers}
          captured={captured.headers}
          problemAt={problemAt}
          onChange={(headers) => put({ headers })}
        />
        <BodyField
          key={edit.round}
          draft={draft}
          captured={captured}
          event={event}
          isJson={isJson}
          mustReplace={mustReplaceBody}
          problem={problemAt('body')}
          onChange={put}
          onSend={sendNow}
          onUndo={changes.length > 0 ? edit.undo : null}
        />
        <p className="editor-foot quiet">
          {changes.length === 0
            ? held === null
              ? t(words.changes.none)
              : t(words.changes.noneHeld)
            : t(words.changes.some, {
                list: t.list(
                  changes.map((change) => t(words.changes[change])),
                  'and',
                ),
              })}{' '}
          {t(words.neverChanged)}
        </p>
      </form>
      <ReplayResult
        event={event}
        sent={edit.sent}
        beforeKey={edit.beforeKey}
        isSending={edit.isSending}
        look={look}
        onLook={setLook}
        onLeave={edit.keep}
      />
      {isSaving && (
        <SaveDialog
          request={{ ...edit.request, eventId: event.id }}
          suggested={saved?.name ?? visibleLine(event.eventType ?? event.path).slice(0, 100)}
          onClose={() => setIsSaving(false)}
        />
      )}
    </div>
  );
}
