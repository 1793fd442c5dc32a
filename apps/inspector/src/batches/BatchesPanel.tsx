import { useRef } from 'react';
import { goTo, useAddress } from '../address/use-address.ts';
import { useKeys } from '../keys/use-keys.ts';
import { batches } from '../messages/batches/en.ts';
import { useT } from '../messages/use-t.ts';
import '../layout/panel.css';
import { Button } from '../parts/Button.tsx';
import { useCommands } from '../state/Commands.tsx';
import { BatchSection } from './BatchSection.tsx';
import './batches.css';
import { useBatches } from './use-batches.ts';

/** The batches of replays of this run, the newest first. */
export default function BatchesPanel() {
  const t = useT();
  const all = useBatches();
  const { open } = useAddress();
  const { canAct, replayFound } = useCommands();
  const list = useRef<HTMLUListElement>(null);
  const opened = open ?? all?.[0]?.id ?? null;
  const move = (by: number) => {
    const known = all ?? [];
    const at = known.findIndex(({ id }) => id === opened);
    const next = known[Math.min(Math.max(at + by, 0), known.length - 1)];
    if (!next) return;
    goTo({ open: next.id }, 'replace');
    list.current?.querySelector<HTMLElement>(`[data-batch="${next.id}"] .batch-line`)?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <main className="panel">
      <header className="panel-head">
        <h1>{t(batches.title)}</h1>
        <Button icon="replay" disabled={!canAct} onClick={() => replayFound('status:failed')}>
          {t(batches.replayFailed)}
        </Button>
      </header>
      {all?.length === 0 && (
        <div className="panel-empty">
          <p className="strong">{t(batches.empty.title)}</p>
          <p className="second">{t(batches.empty.how)}</p>
          <Button onClick={() => goTo({ panel: 'events' })}>{t(batches.empty.toEvents)}</Button>
        </div>
      )}
      <ul className="batches" ref={list}>
        {all?.map((batch) => (
          <BatchSection key={batch.id} batch={batch} isOpen={batch.id === opened} canAct={canAct} />
        ))}
      </ul>
    </main>
  );
}
