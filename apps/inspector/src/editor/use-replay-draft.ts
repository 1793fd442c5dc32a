import type { DeliveryId, Event, ReplayAccepted } from '@hooktap/protocol';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { attemptsOf } from '../compare/sides.ts';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { type FieldSaid, fieldsSaid } from '../connection/server-said.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { useConfirm } from '../parts/Confirm.tsx';
import { sendReplay } from '../state/send-replay.ts';
import { type Change, changesOf, type Draft, requestOf } from './edit-draft.ts';
import { keepEdit, takeKeptEdit } from './kept-edits.ts';

/** A replay sent from this editor, and what was changed in it. */
export interface Sent {
  /** Of several targets the first one's, then the others'. */
  readonly ids: readonly DeliveryId[];
  readonly changes: readonly Change[];
}

const idsOf = ({ delivery, also = [] }: Pick<ReplayAccepted, 'delivery' | 'also'>): readonly DeliveryId[] =>
  [delivery, ...also].map(({ id }) => id);

interface Given {
  readonly event: Event;
  readonly captured: Draft;
  readonly initial: Draft;
  readonly defaultTarget: string;
  readonly canAct: boolean;
  readonly release: DeliveryId | null;
  /** The saved request with which it was opened. */
  readonly savedId: string | null;
}

/** What stands in the editor, what it would send, and what was sent. */
export function useReplayDraft({ event, canAct, release, savedId, ...given }: Given) {
  const t = useT();
  const hooktap = useHooktap();
  const confirm = useConfirm();
  // As it was when the editor opened: status and stream must not disturb what is being typed.
  const [{ captured, initial, defaultTarget, kept }] = useState(() => ({
    ...given,
    kept: takeKeptEdit(event.id, savedId),
  }));
  const [beforeKey] = useState(() =>
    kept?.round ? kept.round.beforeKey : (attemptsOf(event).at(-1)?.key ?? null),
  );
  const [draft, setDraft] = useState<Draft>(kept?.draft ?? initial);
  const [round, setRound] = useState(0);
  const [sent, setSent] = useState<readonly Sent[]>(kept?.round?.sent ?? []);
  const [isSending, setIsSending] = useState(false);
  const [fault, setFault] = useState<{ words: ReactNode; errors: readonly FieldSaid[] } | null>(null);
  // Once it is let go, what is sent again is a replay.
  const held = release !== null && !sent.some(({ ids }) => ids.includes(release)) ? release : null;
  const request = useMemo(() => requestOf(draft, captured, defaultTarget), [draft, captured, defaultTarget]);
  const changes = changesOf(request);

  const left = useRef(false);
  const live = useRef({ draft, isChanged: false });
  live.current = { draft, isChanged: draft !== initial && draft !== captured };
  useEffect(
    () => () => {
      const { draft: last, isChanged } = live.current;
      if (isChanged && !left.current) keepEdit(event.id, savedId, { draft: last, round: null });
    },
    [event.id, savedId],
  );

  const send = async () => {
    if (!canAct || isSending) return;
    setIsSending(true);
    setFault(null);
    try {
      const accepted =
        held === null
          ? await sendReplay(hooktap, confirm, event.id, request, t)
          : await hooktap.releaseBreakpoint(held, request.edit ? { edit: request.edit } : {});
      if (accepted) setSent((before) => [...before, { ids: idsOf(accepted), changes }]);
    } catch (error) {
      const errors = fieldsSaid(problemOf(error), t);
      setFault({ words: problemWords(error, t(parts.noAnswerTryAgain)), errors });
    } finally {
      setIsSending(false);
    }
  };
  return {
    draft,
    captured,
    defaultTarget,
    round,
    sent,
    beforeKey,
    isSending,
    fault,
    held,
    request,
    changes,
    send,
    /** Before a look elsewhere: its sends are there again too. */
    keep: () => {
      left.current = true;
      keepEdit(event.id, savedId, { draft, round: { sent, beforeKey } });
    },
    put: (change: Partial<Draft>) => {
      setDraft((before) => ({ ...before, ...change }));
      setFault(null);
    },
    undo: () => {
      setDraft(captured);
      setRound((before) => before + 1);
      setFault(null);
    },
    problemAt: (field: string) => fault?.errors.find(({ path }) => path.replace(/^edit\./, '') === field),
  };
}
