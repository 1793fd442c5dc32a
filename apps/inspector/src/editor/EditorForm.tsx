import type { DeliveryId, Event } from '@hooktap/protocol';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { clock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { sendKey } from '../keys/command-keys.ts';
import { editor } from '../messages/editor/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { useConfirm } from '../parts/Confirm.tsx';
import { sendReplay } from '../state/send-replay.ts';
import { BodyField } from './BodyField.tsx';
import { changesOf, type Draft, requestOf } from './edit-draft.ts';
import { HeaderRows } from './HeaderRows.tsx';
import { ReplayResult } from './ReplayResult.tsx';
import { SigningField } from './SigningField.tsx';
import { TargetFields } from './TargetFields.tsx';

interface EditorFormProps {
  readonly event: Event;
  readonly captured: Draft;
  readonly defaultTarget: string;
  readonly isJson: boolean;
  readonly mustReplaceBody: boolean;
  readonly canAct: boolean;
  /** A held delivery that goes out so, in place of a replay. */
  readonly release: DeliveryId | null;
}

type Problems = readonly { readonly path: string; readonly message: string }[];

export function EditorForm({
  event,
  captured: given,
  defaultTarget,
  isJson,
  mustReplaceBody,
  canAct,
  release,
}: EditorFormProps) {
  const t = useT();
  const hooktap = useHooktap();
  const confirm = useConfirm();
  // As it was when the editor opened: status and stream must not disturb what is being typed.
  const [captured] = useState(given);
  const [draft, setDraft] = useState<Draft>(captured);
  const [round, setRound] = useState(0);
  const [sent, setSent] = useState<readonly DeliveryId[]>([]);
  const [isSending, setIsSending] = useState(false);
  const [fault, setFault] = useState<{ detail: ReactNode; errors: Problems } | null>(null);
  // Once it is let go, what is sent again is a replay.
  const held = release !== null && !sent.includes(release) ? release : null;
  const name = t(held === null ? editor.title : editor.titleRelease);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const request = useMemo(() => requestOf(draft, captured, defaultTarget), [draft, captured, defaultTarget]);
  const changes = changesOf(request);
  const put = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setFault(null);
  };
  const problemAt = (field: string) =>
    fault?.errors.find(({ path }) => path.replace(/^edit\./, '') === field)?.message;

  const send = async () => {
    if (!canAct || isSending) return;
    setIsSending(true);
    setFault(null);
    try {
      const accepted =
        held === null
          ? await sendReplay(hooktap, confirm, event.id, request, t)
          : await hooktap.releaseBreakpoint(held, request.edit ? { edit: request.edit } : {});
      if (accepted) setSent((before) => [...before, accepted.delivery.id]);
    } catch (error) {
      const problem = problemOf(error);
      setFault({
        detail: problemWords(error, t(parts.noAnswerTryAgain)),
        errors: problem?.errors ?? [],
      });
    } finally {
      setIsSending(false);
    }
  };
  const undo = () => {
    setDraft(captured);
    setRound((before) => before + 1);
    setFault(null);
  };
  return (
    <div className="editor">
      <form
        className="editor-form"
        aria-label={name}
        onSubmit={(submit) => {
          submit.preventDefault();
          void send();
        }}
        onKeyDown={(key) => {
          if (key.key !== 'Enter' || !(key.metaKey || key.ctrlKey) || key.defaultPrevented) return;
          key.preventDefault();
          void send();
        }}
      >
        <header className="editor-head">
          <IconButton
            icon="back"
            name={t(editor.back)}
            shortcut="Esc"
            onClick={() => goTo({ editing: false })}
          />
          <h2 ref={title} tabIndex={-1}>
            {name}
          </h2>
          <span className="quiet cut">
            {visibleLine(event.eventType ?? event.path)}, {clock(event.receivedAt)}
          </span>
          <Button
            type="submit"
            icon="send"
            look="primary"
            shortcut={sendKey}
            disabled={!canAct || isSending}
            className="editor-send"
          >
            {t(held !== null ? editor.release : sent.length > 0 ? editor.sendAgain : editor.send)}
          </Button>
        </header>
        {fault && (
          <p className="editor-fault bad" role="alert">
            {fault.detail}
          </p>
        )}
        <TargetFields
          draft={draft}
          defaultTarget={defaultTarget}
          hasTarget={held === null}
          problemAt={problemAt}
          onChange={put}
        />
        {held === null && event.provider !== null && (
          <SigningField event={event} draft={draft} changes={changes} onChange={put} />
        )}
        <HeaderRows headers={draft.headers} problemAt={problemAt} onChange={(headers) => put({ headers })} />
        <BodyField
          key={round}
          draft={draft}
          captured={captured}
          event={event}
          isJson={isJson}
          mustReplace={mustReplaceBody}
          problem={problemAt('body')}
          onChange={(bodyText) => put({ bodyText })}
          onSend={send}
        />
        <p className="editor-foot quiet">
          {changes.length === 0
            ? t(held === null ? editor.unchanged : editor.unchangedRelease)
            : t(editor.changed, { what: changes.map((one) => t(editor.change[one])).join(', ') })}
          {changes.length > 0 && (
            <Button look="ghost" onClick={undo}>
              {t(editor.undo)}
            </Button>
          )}
        </p>
      </form>
      <ReplayResult
        deliveries={event.deliveries.filter(({ id }) => sent.includes(id))}
        isSending={isSending}
      />
    </div>
  );
}
