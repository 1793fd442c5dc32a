import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { counted } from '../format/measures.ts';
import { visibleLine } from '../format/visible-text.ts';
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
import { ChaosFields } from './ChaosFields.tsx';
import { DraftField } from './DraftField.tsx';

interface BatchDialogProps {
  readonly choice: BatchChoice;
  readonly onClose: () => void;
}

const paces = { handler: 'As it answers', rate: 'At a rate', speed: 'As it came' } as const;
const orders = { original: 'As they came', 'newest-first': 'Newest first' } as const;

const paceNotes = {
  handler: 'The next goes out when the one before is answered.',
  rate: 'So many a second, whether they are answered or not.',
  speed: 'With the gaps of their arrival, so many times as fast.',
} as const;

/** How many events are chosen, in words; null until it is known. */
function useMany(choice: BatchChoice): string | null {
  const hooktap = useHooktap();
  const q = 'q' in choice ? choice.q : null;
  const { data } = useQuery({
    queryKey: ['events', 'count', q],
    queryFn: () => hooktap.events({ q: q ?? '', limit: 1 }),
    enabled: q !== null,
    gcTime: 0,
  });
  if ('ids' in choice) return counted(choice.ids.length, 'event');
  return data ? `${counted(data.total, 'event')}${data.totalIsExact ? '' : ' or more'}` : null;
}

/** How many events are to be replayed; the focus begins on the button, so that Enter sends. */
export default function BatchDialog({ choice, onClose }: BatchDialogProps) {
  const hooktap = useHooktap();
  const announce = useAnnounce();
  const form = useId();
  const [draft, setDraft] = useState(usualDraft);
  const [problems, setProblems] = useState<DraftProblems>({});
  const [fault, setFault] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const put = (change: Partial<BatchDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setProblems({});
  };
  const many = useMany(choice);
  const isNone = many === '0 events';

  const start = async () => {
    const reading = readDraft(choice, draft);
    setProblems(reading.ok ? {} : reading.problems);
    setFault(null);
    if (!reading.ok || isSending) return;
    setIsSending(true);
    try {
      const batch = await hooktap.startBatch(reading.request);
      announce(`Replaying ${many ?? 'what was found'}.`);
      onClose();
      goTo({ panel: 'replays', open: batch.id });
    } catch (error) {
      const problem = problemOf(error);
      setProblems(problemsOf(problem?.errors ?? []));
      setFault(problem?.detail ?? 'Hooktap did not answer. Try again.');
      setIsSending(false);
    }
  };

  return (
    <Dialog title={`Replay ${many ?? 'what is found'}`} isOpen onClose={onClose} className="batch-dialog">
      <form
        id={form}
        onSubmit={(submit) => {
          submit.preventDefault();
          void start();
        }}
      >
        {'q' in choice && choice.q !== '' && (
          <p className="second batch-query">
            All that <code>{visibleLine(choice.q)}</code> finds.
          </p>
        )}
        <div className="draft-row">
          <span className="draft-name">Pace</span>
          <div>
            <Segments
              label="Pace"
              value={draft.pace}
              options={['handler', 'rate', 'speed']}
              labels={paces}
              onChange={(pace) => put({ pace })}
            />
            <p className="quiet">{paceNotes[draft.pace]}</p>
          </div>
        </div>
        {draft.pace === 'rate' && (
          <DraftField name="Events a second" field="rate" draft={draft} problems={problems} onChange={put} />
        )}
        {draft.pace === 'speed' && (
          <DraftField name="Times as fast" field="speed" draft={draft} problems={problems} onChange={put} />
        )}
        <div className="draft-row">
          <span className="draft-name">Order</span>
          <Segments
            label="Order"
            value={draft.order}
            options={['original', 'newest-first']}
            labels={orders}
            onChange={(order) => put({ order })}
          />
        </div>
        <DraftField
          name="Target"
          field="target"
          draft={draft}
          problems={problems}
          placeholder="that of each endpoint"
          onChange={put}
        />
        <label className="draft-check">
          <input
            type="checkbox"
            checked={draft.stopOnFailure}
            onChange={(change) => put({ stopOnFailure: change.target.checked })}
          />
          Stop at the first failure
        </label>
        <label className="draft-check">
          <input
            type="checkbox"
            checked={draft.chaos}
            onChange={(change) => put({ chaos: change.target.checked })}
          />
          Make trouble on purpose
          <span className="quiet">duplicates, disorder, delays</span>
        </label>
        {draft.chaos && <ChaosFields draft={draft} problems={problems} onChange={put} />}
        {fault && (
          <p className="bad draft-fault" role="alert">
            {fault}
          </p>
        )}
      </form>
      <div className="dialog-actions">
        <Button onClick={onClose}>Cancel</Button>
        <Button
          type="submit"
          form={form}
          look="primary"
          icon="replay"
          data-focus-first
          disabled={isSending || isNone}
        >
          Replay {many}
        </Button>
      </div>
    </Dialog>
  );
}
