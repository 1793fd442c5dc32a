import type { ReplayOnSave } from '@hooktap/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { serverSaid } from '../connection/server-said.ts';
import { duration, inWords } from '../format/measures.ts';
import { visibleLine } from '../format/visible-text.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { watch as words } from '../messages/watch/en.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { SaidWords } from '../parts/SaidWords.tsx';
import { useCommands } from '../state/Commands.tsx';
import { RunResults } from './RunResults.tsx';
import { replayOnSaveKey, useReplayOnSave } from './use-replay-on-save.ts';
import './watch.css';

const folderKey = 'hooktap.watched-folder';

function rememberedFolder(): string {
  try {
    return window.localStorage.getItem(folderKey) ?? '';
  } catch {
    return '';
  }
}

interface Fault {
  readonly says: ReactNode;
  readonly field: 'folder' | 'q' | null;
}

/** Asks the server, and shows at once what it answers. */
function useWatchCommands() {
  const t = useT();
  const hooktap = useHooktap();
  const queries = useQueryClient();
  const [fault, setFault] = useState<Fault | null>(null);
  const apply = async (work: Promise<ReplayOnSave>) => {
    try {
      queries.setQueryData(replayOnSaveKey, await work);
      setFault(null);
    } catch (error) {
      const problem = problemOf(error);
      const [first] = problem?.errors ?? [];
      const field = first?.path === 'folder' || first?.path === 'q' ? first.path : null;
      setFault({ says: problemWords(error, t(parts.noAnswerTryAgain)), field });
    }
  };
  return {
    fault,
    clear: () => setFault(null),
    stop: () => apply(hooktap.unwatchFolder()),
    run: () => apply(hooktap.runReplayOnSave()),
    async start(folder: string, q: string) {
      try {
        window.localStorage.setItem(folderKey, folder);
      } catch {
        // Without storage it is asked for each time.
      }
      await apply(hooktap.watchFolder({ folder, q }));
    },
  };
}

function StartForm({
  commands,
  canAct,
}: {
  readonly commands: ReturnType<typeof useWatchCommands>;
  readonly canAct: boolean;
}) {
  const t = useT();
  const ids = { folder: useId(), q: useId() };
  const [folder, setFolder] = useState(rememberedFolder);
  const [q, setQ] = useState('is:pinned');
  const { fault } = commands;
  /** What is wrong stands at its field. */
  const faultAt = (field: 'folder' | 'q') =>
    fault?.field === field && (
      <p id={`${ids[field]}-fault`} className="bad" role="alert">
        {fault.says}
      </p>
    );
  return (
    <form
      className="watch-form"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (folder.trim() !== '') void commands.start(folder.trim(), q.trim());
      }}
    >
      <p className="second">{t(words.start.what)}</p>
      <label htmlFor={ids.folder}>{t(words.start.folder)}</label>
      <input
        id={ids.folder}
        className="field mono"
        data-focus-first
        spellCheck={false}
        autoComplete="off"
        placeholder="/home/me/shop/src"
        value={folder}
        aria-invalid={fault?.field === 'folder'}
        aria-describedby={fault?.field === 'folder' ? `${ids.folder}-fault` : undefined}
        onChange={(change) => {
          setFolder(change.target.value);
          commands.clear();
        }}
      />
      {faultAt('folder')}
      <label htmlFor={ids.q}>{t(words.start.q)}</label>
      <input
        id={ids.q}
        className="field mono"
        spellCheck={false}
        autoComplete="off"
        value={q}
        aria-invalid={fault?.field === 'q'}
        aria-describedby={fault?.field === 'q' ? `${ids.q}-fault` : undefined}
        onChange={(change) => {
          setQ(change.target.value);
          commands.clear();
        }}
      />
      {faultAt('q')}
      {fault?.field === null && (
        <p className="bad" role="alert">
          {fault.says}
        </p>
      )}
      <p className="quiet">{t(words.start.note)}</p>
      <div className="dialog-actions">
        <Button type="submit" look="primary" disabled={!canAct || folder.trim() === ''}>
          {t(words.start.button)}
        </Button>
      </div>
    </form>
  );
}

/** Replay on save: what is watched, what came of the last change, and the switch. */
export default function WatchDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { canAct } = useCommands();
  const state = useReplayOnSave();
  const commands = useWatchCommands();
  return (
    <Dialog title={t(words.title)} isOpen onClose={onClose} className="watch-dialog">
      {state?.state === 'off' && (
        <>
          {state.reason !== undefined && (
            <p className="warn">
              <SaidWords said={serverSaid(state.reason, state.parts, t)} />
            </p>
          )}
          <StartForm commands={commands} canAct={canAct} />
        </>
      )}
      {state?.state === 'watching' && (
        <>
          <dl className="watch-facts">
            <dt>{t(words.on.folder)}</dt>
            <dd>
              <code>{visibleLine(state.folder)}</code>
            </dd>
            <dt>{t(words.on.events)}</dt>
            <dd>
              <code>{visibleLine(state.q)}</code>
            </dd>
            <dt>{t(words.on.ignored)}</dt>
            <dd className="quiet">{t(words.on.ignoredNames, { names: state.ignored.join(', ') })}</dd>
            {state.writtenByHandler.length > 0 && (
              <>
                <dt>{t(words.on.written)}</dt>
                <dd className="quiet">
                  <code>{visibleLine(state.writtenByHandler.join(', '))}</code>
                </dd>
              </>
            )}
          </dl>
          {state.repeats && (
            <p className="warn" role="status">
              {t.rich(words.on.repeats, {
                count: state.repeats.runs,
                after: inWords(duration(state.repeats.afterMs, t)),
                files: <code>{visibleLine(state.repeats.files.join(', '))}</code>,
              })}
            </p>
          )}
          <p className="quiet">{t(words.on.note)}</p>
          {commands.fault && (
            <p className="bad" role="alert">
              {commands.fault.says}
            </p>
          )}
          <div className="dialog-actions">
            <Button disabled={!canAct} onClick={() => void commands.stop()}>
              {t(words.on.stop)}
            </Button>
            <Button
              icon="replay"
              look="primary"
              data-focus-first
              disabled={!canAct}
              onClick={() => void commands.run()}
            >
              {t(words.on.run)}
            </Button>
          </div>
        </>
      )}
      {state?.run && <RunResults run={state.run} onLeave={onClose} />}
    </Dialog>
  );
}
