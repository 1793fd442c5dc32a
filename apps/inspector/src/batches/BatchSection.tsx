import type { Batch } from '@hooktap/protocol';
import { useEffect, useRef, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { serverSaid } from '../connection/server-said.ts';
import { span } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { TimeCell } from '../list/TimeCell.tsx';
import { batches } from '../messages/batches/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { Button } from '../parts/Button.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { SaidWords } from '../parts/SaidWords.tsx';
import { useCommands } from '../state/Commands.tsx';
import { BatchSkips } from './BatchSkips.tsx';
import { BatchSummary } from './BatchSummary.tsx';
import {
  aboutBatch,
  batchWords,
  percent,
  progressWords,
  remainingWords,
  shareDone,
  troubleWords,
} from './batch-words.ts';

/** Said once, when a batch that was seen running has come to its end. */
function useSaidEnd(batch: Batch): void {
  const t = useT();
  const announce = useAnnounce();
  const wasRunning = useRef(false);
  useEffect(() => {
    if (batch.state === 'running') wasRunning.current = true;
    else if (wasRunning.current) {
      wasRunning.current = false;
      announce(t(batches.said, { state: batchWords(batch, t).words, progress: progressWords(batch, t) }));
    }
  }, [batch, announce, t]);
}

function BatchActions({ batch, canAct }: { readonly batch: Batch; readonly canAct: boolean }) {
  const t = useT();
  const hooktap = useHooktap();
  const { say } = useCommands();
  const [isAsking, setIsAsking] = useState(false);
  const ask = async (work: Promise<Batch>) => {
    setIsAsking(true);
    try {
      await work;
    } catch (error) {
      say(problemWords(error, t(parts.noAnswerTryAgain)));
    } finally {
      setIsAsking(false);
    }
  };
  const isOff = !canAct || isAsking;
  if (batch.state === 'running') {
    return (
      <Button icon="stop" disabled={isOff} onClick={() => void ask(hooktap.cancelBatch(batch.id))}>
        {t(parts.cancel)}
      </Button>
    );
  }
  if (batch.state === 'done' || batch.done >= batch.total) return null;
  return (
    <Button icon="play" disabled={isOff} onClick={() => void ask(hooktap.resumeBatch(batch.id))}>
      {t(batches.goOn, { count: batch.total - batch.done })}
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
  const t = useT();
  useSaidEnd(batch);
  const { icon, tone, words } = batchWords(batch, t);
  const share = shareDone(batch);
  const remaining = remainingWords(batch, t);
  const { seed, chaos, endedAt } = batch;
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
          <span className="second cut">{visibleLine(aboutBatch(batch, t))}</span>
        </button>
        <BatchActions batch={batch} canAct={canAct} />
      </div>
      <progress className="batch-bar" max={1} value={share} aria-label={t(batches.doneOf, { id: batch.id })}>
        {percent(share, t)}
      </progress>
      <p className="second figures">
        {progressWords(batch, t)}
        {remaining !== null && <span className="quiet">, {remaining}</span>}
        {endedAt !== undefined && (
          <span className="quiet">
            , {t(batches.progress.in, { span: span(Date.parse(endedAt) - Date.parse(batch.startedAt)) })}
          </span>
        )}
      </p>
      {batch.reason !== undefined && (
        <p className="bad">
          <SaidWords said={serverSaid(batch.reason, batch.parts, t)} />
        </p>
      )}
      {isOpen && (
        <>
          <BatchSummary results={batch.results} />
          <BatchSkips skips={batch.skips ?? []} />
          {chaos && <p className="second figures">{troubleWords(chaos, t)}</p>}
          {seed !== undefined && (
            <p className="quiet batch-seed">
              {t.rich(batches.seed, { seed: <code key="seed">{seed}</code> })}
              <CopyButton text={String(seed)} what={t(batches.seedName)} iconOnly />
            </p>
          )}
        </>
      )}
    </li>
  );
}
