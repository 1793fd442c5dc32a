import type { CopyFormat, Event, EventId, EventListItem } from '@hooktap/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useRef } from 'react';
import { goTo } from '../address/use-address.ts';
import type { BatchChoice } from '../batches/batch-draft.ts';
import { saveBytes } from '../body/save-bytes.ts';
import { useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { bodyFileOf, type CopyChoice, copiedRequest } from '../copying/copied-request.ts';
import type { ExportChoice } from '../exporting/export-choice.ts';
import { inWords, size } from '../format/measures.ts';
import { body as bodyWords } from '../messages/body/en.ts';
import { commands } from '../messages/commands/en.ts';
import { copying } from '../messages/copying/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { forEach } from './batch.ts';
import { type Commands, neighbourOf } from './Commands.tsx';
import { useLive } from './Live.tsx';
import { replayAsDue } from './replay-as-due.ts';
import type { EventActions } from './use-event-actions.ts';

interface CommandsOf {
  readonly actions: EventActions;
  readonly items: readonly EventListItem[];
  readonly open: EventListItem | undefined;
  readonly isPhone: boolean;
  readonly clearMarks: () => void;
  readonly say: (problem: ReactNode) => void;
  /** Said at its place and gone by itself: what has no place of its own on the screen. */
  readonly note: (words: string) => void;
  readonly chooseReplays: (choice: BatchChoice) => void;
  readonly chooseExport: (choice: ExportChoice) => void;
  readonly chooseImport: () => void;
  readonly show: Commands['show'];
}

/** The commands of this screen, for keys, buttons, menus and the palette. */
export function useCommandsOf(given: CommandsOf): Commands {
  const t = useT();
  const hooktap = useHooktap();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { link } = useLive();
  const now = useRef(given);
  now.current = given;
  // Until the stream is there for the first time too: what is told meanwhile, it tells afterwards.
  const canAct = link.state === 'live' || link.state === 'connecting';
  return useMemo<Commands>(() => {
    const known = (id: EventId) =>
      now.current.items.find((item) => item.id === id) ??
      (now.current.open?.id === id ? now.current.open : queries.getQueryData<Event>(['event', id]));
    const copyAs = async (id: EventId, format: CopyFormat, choice: CopyChoice) => {
      const event = known(id) ?? (await hooktap.event(id));
      const copied = await copiedRequest(hooktap, event, format, choice);
      if (copied.kind === 'too-large-to-share') {
        return now.current.say(t(copying.tooLargeToShare, { size: inWords(size(event.body.size, t)) }));
      }
      if (copied.kind === 'bytes') {
        saveBytes(copied.bytes, copied.file);
        return now.current.note(t(copying.savedInstead, { file: copied.file }));
      }
      await navigator.clipboard.writeText(copied.text);
      const name = t(copying.format[format]);
      now.current.note(
        copied.kind === 'text-for-file'
          ? t(copying.doneForFile, { format: name, file: copied.file })
          : t(copying.done, { format: name }),
      );
    };
    const saveBody = async (id: EventId) => {
      const { body } = known(id) ?? (await hooktap.event(id));
      const { bytes } = await hooktap.body(body.href);
      saveBytes(bytes, bodyFileOf(id));
    };
    return {
      canAct,
      replay(ids) {
        const [first] = ids;
        if (!canAct || !first) return;
        if (ids.length === 1) {
          void replayAsDue(hooktap, queries, known(first)).then((request) =>
            now.current.actions.replay(first, request),
          );
        } else now.current.chooseReplays({ ids });
      },
      replayFound(q) {
        if (canAct) now.current.chooseReplays({ q });
      },
      resign(id) {
        if (canAct) void now.current.actions.replay(id, { resign: true });
      },
      edit(id) {
        goTo({ eventId: id, editing: true, saved: null });
      },
      pin(ids) {
        if (!canAct) return;
        const pinned = !ids.every((id) => known(id)?.pinned);
        if (ids.length === 1) for (const id of ids) void now.current.actions.pin(id, pinned);
        else {
          const { signal } = new AbortController();
          void forEach(ids, (id) => hooktap.annotate(id, { pinned }), {
            signal,
            onProgress: () => undefined,
          }).then(({ done, failed }) => {
            announce(t(pinned ? commands.pinned : commands.unpinned, { count: done - failed }));
          });
        }
      },
      remove(ids) {
        if (!canAct || ids.length === 0) return;
        const { items, open, isPhone, actions, clearMarks } = now.current;
        const gone = new Set(ids);
        const next = open && gone.has(open.id) ? neighbourOf(items, open.id, gone) : open?.id;
        void actions.remove({ ids: [...ids], includePinned: true }).then(() => {
          clearMarks();
          if (open && gone.has(open.id)) goTo({ eventId: isPhone ? null : (next ?? null) }, 'replace');
        });
      },
      copyAs(id, format, choice = {}) {
        copyAs(id, format, choice).catch((error: unknown) => {
          now.current.say(problemWords(error, t(parts.copy.refused)));
        });
      },
      saveBody(id) {
        saveBody(id).catch((error: unknown) =>
          now.current.say(problemWords(error, t(bodyWords.downloadFailed))),
        );
      },
      exportEvents: (choice) => now.current.chooseExport(choice),
      importEvents() {
        if (canAct) now.current.chooseImport();
      },
      note: (words) => now.current.note(words),
      show: (dialog) => now.current.show(dialog),
      say: (problem) => now.current.say(problem),
    };
  }, [canAct, hooktap, queries, announce, t]);
}
