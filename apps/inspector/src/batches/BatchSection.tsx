import type { Batch } from '@hooktap/protocol';
import { useEffect, useRef, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { span } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { TimeCell } from '../list/TimeCell.tsx';
import { useAnnounce } from '../parts/Announcer.tsx';
import { Button } from '../parts/Button.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useCommands } from '../state/Commands.tsx';
import { BatchSkips } from './BatchSkips.tsx';
import { BatchSummary } from './BatchSummary.tsx';
import { aboutBatch, batchWords, percent, progressWords, remainingWords, shareDone } from './batch-words.ts';

/** Said once, when a batch that was seen running has come to its end. */
function useSaidEnd(batch: Batch): void {
  const announce = useAnnounce();
  const wasRunning = useRef(false);
  useEffect(() => {
    if (batch.state === 'running') wasRunning.current = true;
    else if (wasRunning.current) {
      wasRunning.current = false;
      announce(`Replays: ${batchWords(batch).words}. ${progressWords(batch)}.`);
    }
  }, [batch, announce]);
}

function BatchActions({ batch, canAct }: { readonly batch: Batch; readonly canAct: boolean }) {
  const hooktap = useHooktap();
  const { say } = useCommands();
  const [isAsking, setIsAsking] = useState(false);
  const ask = async (work: Promise<Batch>) => {
    setIsAsking(true);
    try {
      await work;
    } catch (error) {
      say(problemOf(error)?.detail ?? 'Hooktap did not answer. Try again.');
    } finally {
      setIsAsking(false);
    }
  };
  const isOff = !canAct || isAsking;
  if (batch.state === 'running') {
    return (
      <Button icon="stop" disabled={isOff} onClick={() => void ask(hooktap.cancelBatch(batch.id))}>
        Cancel
      </Button>
    );
  }
  if (batch.state === 'done' || batch.done >= batch.total) return null;
  return (
    <Button icon="play" disabled={isOff} onClick={() => void ask(hooktap.resumeBatch(batch.id))}>
      Go on with {batch.total - batch.done}
    </Button>
  );
}

interface BatchSectionProps {
  readonly batch: Batch;
  readonly isOpen: boolean;
  readonly canAct: boolean;
}

/** One batch: how far it is, what it was about and, opened, what came of it. */
export function BatchSection({ batch, isOpen, canAct }: BatchSectionProps) {
  useSaidEnd(batch);
  const { icon, tone, words } = batchWords(batch);
  const share = shareDone(batch);
  const remaining = remainingWords(batch);
  const { seed, endedAt } = batch;
  return (
    <li className={`batch ${isOpen ? 'open' : ''}`} data-batch={batch.id}>
      <div className="batch-head">
        <button
          type="button"
          className="batch-line"
          aria-expanded={isOpen}
          onClick={() => goTo({ open: isOpen ? null : batch.id }, 'replace')}
        >
          <span className={`batch-state strong ${tone === 'quiet' ? '' : tone}`}>
            <Icon name={icon} small />
            {words}
          </span>
          <span className="quiet figures">
            <TimeCell instant={batch.startedAt} now={Date.now()} times="clock" />
          </span>
          <span className="second cut">{visibleLine(aboutBatch(batch))}</span>
        </button>
        <BatchActions batch={batch} canAct={canAct} />
      </div>
      <progress className="batch-bar" max={1} value={share} aria-label={`Done of ${batch.id}`}>
        {percent(share)}
      </progress>
      <p className="second figures">
        {progressWords(batch)}
        {remaining !== null && <span className="quiet">, {remaining}</span>}
        {endedAt !== undefined && (
          <span className="quiet">, in {span(Date.parse(endedAt) - Date.parse(batch.startedAt))}</span>
        )}
      </p>
      {batch.reason !== undefined && <p className="bad">{visibleLine(batch.reason)}</p>}
      {isOpen && (
        <>
          <BatchSummary results={batch.results} />
          <BatchSkips skips={batch.skips ?? []} />
          {seed !== undefined && (
            <p className="quiet batch-seed">
              Seed <code>{seed}</code> runs the same trouble again.
              <CopyButton text={String(seed)} what="seed" iconOnly />
            </p>
          )}
        </>
      )}
    </li>
  );
}
