import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { visibleLine } from '../format/visible-text.ts';
import { batches } from '../messages/batches/en.ts';
import { parts } from '../messages/parts/en.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Segments } from '../parts/Segments.tsx';
import {
  type BatchChoice,
  type BatchDraft,
  type DraftProblems,
  problemsOf,
  readDraft,
  usualDraft,
} from './batch-draft.ts';
import './batch-dialog.css';
import { fieldsSaid } from '../connection/server-said.ts';
import { ChaosFields } from './ChaosFields.tsx';
import { DraftField } from './DraftField.tsx';

interface BatchDialogProps {
  readonly choice: BatchChoice;
  readonly onClose: () => void;
}

interface Many {
  readonly count: number;
  readonly isExact: boolean;
}

/** How many events are chosen; null until it is known. */
function useMany(choice: BatchChoice): Many | null {
  const hooktap = useHooktap();
  const q = 'q' in choice ? choice.q : null;
  const { data } = useQuery({
    queryKey: ['events', 'count', q],
    queryFn: () => hooktap.events({ q: q ?? '', limit: 1 }),
    enabled: q !== null,
    gcTime: 0,
  });
  if ('ids' in choice) return { count: choice.ids.length, isExact: true };
  return data ? { count: data.total, isExact: data.totalIsExact } : null;
}

function titleFor(many: Many | null, t: Translate): string {
  if (many === null) return t(batches.dialog.titleFound);
  const { count, isExact } = many;
  return t(isExact ? batches.dialog.title : batches.dialog.titleAtLeast, { count });
}

/** How many events are to be replayed; the focus begins on the button, so that Enter sends. */
export default function BatchDialog({ choice, onClose }: BatchDialogProps) {
  const t = useT();
  const hooktap = useHooktap();
  const announce = useAnnounce();
  const form = useId();
  const [draft, setDraft] = useState(usualDraft);
  const [problems, setProblems] = useState<DraftProblems>({});
  const [fault, setFault] = useState<ReactNode>(null);
  const [isSending, setIsSending] = useState(false);
  const put = (change: Partial<BatchDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setProblems({});
  };
  const many = useMany(choice);
  const isNone = many?.count === 0;
  const title = titleFor(many, t);

  const start = async () => {
    const reading = readDraft(choice, draft, t);
    setProblems(reading.ok ? {} : reading.problems);
    setFault(null);
    if (!reading.ok || isSending) return;
    setIsSending(true);
    try {
      const batch = await hooktap.startBatch(reading.request);
      announce(t(batches.dialog.started, { count: batch.total }));
      onClose();
      goTo({ panel: 'replays', open: batch.id });
    } catch (error) {
      const problem = problemOf(error);
      setProblems(problemsOf(fieldsSaid(problem, t)));
      setFault(problemWords(error, t(parts.noAnswerTryAgain)));
      setIsSending(false);
    }
  };

  return (
    <Dialog title={title} isOpen onClose={onClose} className="batch-dialog">
      <form
        id={form}
        onSubmit={(submit) => {
          submit.preventDefault();
          void start();
        }}
      >
        {'q' in choice && choice.q !== '' && (
          <p className="second batch-query">
            {t.rich(batches.dialog.all, { q: <code>{visibleLine(choice.q)}</code> })}
          </p>
        )}
        <div className="draft-row">
          <span className="draft-name">{t(batches.dialog.pace)}</span>
          <div>
            <Segments
              label={t(batches.dialog.pace)}
              value={draft.pace}
              options={['handler', 'rate', 'speed']}
              labels={{
                handler: t(batches.dialog.paces.handler),
                rate: t(batches.dialog.paces.rate),
                speed: t(batches.dialog.paces.speed),
              }}
              onChange={(pace) => put({ pace })}
            />
            <p className="quiet">{t(batches.dialog.paceNotes[draft.pace])}</p>
          </div>
        </div>
        {draft.pace === 'rate' && (
          <DraftField
            name={t(batches.dialog.rate)}
            field="rate"
            draft={draft}
            problems={problems}
            onChange={put}
          />
        )}
        {draft.pace === 'speed' && (
          <DraftField
            name={t(batches.dialog.speed)}
            field="speed"
            draft={draft}
            problems={problems}
            onChange={put}
          />
        )}
        <div className="draft-row">
          <span className="draft-name">{t(batches.dialog.order)}</span>
          <Segments
            label={t(batches.dialog.order)}
            value={draft.order}
            options={['original', 'newest-first']}
            labels={{
              original: t(batches.dialog.orders.original),
              'newest-first': t(batches.dialog.orders.newestFirst),
            }}
            onChange={(order) => put({ order })}
          />
        </div>
        <DraftField
          name={t(batches.dialog.target)}
          field="target"
          draft={draft}
          problems={problems}
          placeholder={t(batches.dialog.targetPlaceholder)}
          onChange={put}
        />
        <label className="draft-check">
          <input
            type="checkbox"
            checked={draft.stopOnFailure}
            onChange={(change) => put({ stopOnFailure: change.target.checked })}
          />
          {t(batches.dialog.stop)}
        </label>
        <label className="draft-check">
          <input
            type="checkbox"
            checked={draft.chaos}
            onChange={(change) => put({ chaos: change.target.checked })}
          />
          {t(batches.dialog.chaos)}
          <span className="quiet">{t(batches.dialog.chaosNote)}</span>
        </label>
        {draft.chaos && <ChaosFields draft={draft} problems={problems} onChange={put} />}
        {fault && (
          <p className="bad draft-fault" role="alert">
            {fault}
          </p>
        )}
      </form>
      <div className="dialog-actions">
        <Button onClick={onClose}>{t(parts.cancel)}</Button>
        <Button
          type="submit"
          form={form}
          look="primary"
          icon="replay"
          data-focus-first
          disabled={isSending || isNone}
        >
          {title}
        </Button>
      </div>
    </Dialog>
  );
}
