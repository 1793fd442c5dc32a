import { useRef } from 'react';
import { goTo, useAddress } from '../address/use-address.ts';
import { useKeys } from '../keys/use-keys.ts';
import '../layout/panel.css';
import { Button } from '../parts/Button.tsx';
import { useCommands } from '../state/Commands.tsx';
import { BatchSection } from './BatchSection.tsx';
import './batches.css';
import { useBatches } from './use-batches.ts';

/** The batches of replays of this run, the newest first. */
export default function BatchesPanel() {
  const batches = useBatches();
  const { open } = useAddress();
  const { canAct, replayFound } = useCommands();
  const list = useRef<HTMLUListElement>(null);
  const opened = open ?? batches?.[0]?.id ?? null;
  const move = (by: number) => {
    const all = batches ?? [];
    const at = all.findIndex(({ id }) => id === opened);
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    if (!next) return;
    goTo({ open: next.id }, 'replace');
    list.current?.querySelector<HTMLElement>(`[data-batch="${next.id}"] .batch-line`)?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <main className="panel">
      <header className="panel-head">
        <h1>Replays</h1>
        <Button icon="replay" disabled={!canAct} onClick={() => replayFound('status:failed')}>
          Replay what failed…
        </Button>
      </header>
      {batches?.length === 0 && (
        <div className="panel-empty">
          <p className="strong">No batch of replays yet.</p>
          <p className="second">
            In the events, select several with X and press R, or search for them and choose “Replay … found”
            in the list's menu. They go out in the order in which they came, at a pace you choose.
          </p>
          <Button onClick={() => goTo({ panel: 'events' })}>To the events</Button>
        </div>
      )}
      <ul className="batches" ref={list}>
        {batches?.map((batch) => (
          <BatchSection key={batch.id} batch={batch} isOpen={batch.id === opened} canAct={canAct} />
        ))}
      </ul>
    </main>
  );
}
