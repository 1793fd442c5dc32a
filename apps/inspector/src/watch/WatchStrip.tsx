import type { ReplayOnSave, SaveRun } from '@hooktap/protocol';
import { useState } from 'react';
import { serverSaid } from '../connection/server-said.ts';
import { duration, inWords } from '../format/measures.ts';
import { clock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { useT } from '../messages/use-t.ts';
import { watch as words } from '../messages/watch/en.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { SaidWords } from '../parts/SaidWords.tsx';
import { useCommands } from '../state/Commands.tsx';
import { tallyOf } from './use-replay-on-save.ts';
import './watch.css';

/** The last part of a path, whichever way its system writes it. */
const lastOf = (folder: string) => folder.split(/[/\\]/).filter(Boolean).at(-1) ?? folder;

function RunWords({ run }: { readonly run: SaveRun }) {
  const t = useT();
  const { met, missed } = tallyOf(run.results);
  const [first] = run.changed;
  return (
    <>
      {first !== undefined && (
        <code className="cut" title={visibleLine(run.changed.join(', '))}>
          {visibleLine(first)}
          {run.changedCount > 1 && ` +${run.changedCount - 1}`}
        </code>
      )}
      <span className="quiet figures">{clock(run.startedAt)}</span>
      {run.state === 'waiting' && <span className="second">{t(words.strip.waiting)}</span>}
      {run.state === 'replaying' && <span className="second">{t(words.strip.replaying)}</span>}
      {met > 0 && (
        <span className="watch-count">
          <span className="ok">
            <Icon name="check" small />
          </span>
          {t(words.strip.met, { count: met })}
        </span>
      )}
      {missed > 0 && (
        <span className="watch-count bad">
          <Icon name="failed" small />
          {t(words.strip.missed, { count: missed })}
        </span>
      )}
      {run.results.length === 0 && run.state === 'done' && (
        <span className="warn">{t(words.strip.nothing)}</span>
      )}
    </>
  );
}

type Watching = Extract<ReplayOnSave, { state: 'watching' }>;
type Off = Extract<ReplayOnSave, { state: 'off' }>;

function WatchingStrip({ state }: { readonly state: Watching }) {
  const t = useT();
  const commands = useCommands();
  const { run, folder } = state;
  const { missed, met } = tallyOf(run?.results ?? []);
  const tone = missed > 0 ? 'missed' : met > 0 && run?.state === 'done' ? 'met' : '';
  return (
    <section className={`watch-strip ${tone}`} aria-label={t(words.title)}>
      <Icon name="replay" small />
      <strong>{t(words.title)}</strong>
      <span className="quiet cut" title={visibleLine(folder)}>
        {visibleLine(lastOf(folder))}
      </span>
      <span className="watch-run" role="status">
        {run ? <RunWords run={run} /> : <span className="second">{t(words.strip.ready)}</span>}
      </span>
      {state.repeats && (
        <span className="watch-count warn">
          <Icon name="warning" small />
          {t(words.strip.repeats, { after: inWords(duration(state.repeats.afterMs, t)) })}
        </span>
      )}
      <span className="head-actions">
        <Button onClick={() => commands.show('watch')}>{t(words.strip.open)}</Button>
      </span>
    </section>
  );
}

/** Who works on goes on believing that a save is replayed: that it ended by itself is said, until it is put away. */
function EndedStrip({ state, reason }: { readonly state: Off; readonly reason: string }) {
  const t = useT();
  const commands = useCommands();
  const [isPutAway, setIsPutAway] = useState(false);
  if (isPutAway) return null;
  return (
    <section className="watch-strip ended" aria-label={t(words.title)}>
      <Icon name="warning" small />
      <strong>{t(words.title)}</strong>
      <span className="watch-run" role="status">
        <span>
          {t(words.strip.ended)} <SaidWords said={serverSaid(reason, state.parts, t)} />
        </span>
      </span>
      <span className="head-actions">
        <Button onClick={() => commands.show('watch')}>{t(words.strip.again)}</Button>
        <IconButton icon="cross" name={t(words.strip.putAway)} onClick={() => setIsPutAway(true)} />
      </span>
    </section>
  );
}

/** Above the foot while a folder is watched: green or red, and since which change; and why, where it ended by itself. */
export default function WatchStrip({ state }: { readonly state: ReplayOnSave }) {
  if (state.state === 'watching') return <WatchingStrip state={state} />;
  return state.reason === undefined ? null : <EndedStrip state={state} reason={state.reason} />;
}
