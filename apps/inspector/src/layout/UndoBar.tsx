import { type ReactNode, useEffect } from 'react';
import { layout } from '../messages/layout/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useDeleted } from '../state/Deleted.tsx';
import './undo-bar.css';

const NOTE_MS = 4000;

interface UndoBarProps {
  readonly onUndo: () => void;
  readonly problem: ReactNode;
  /** What was done by a key and shows nowhere else. */
  readonly note: string | null;
  readonly onDismiss: () => void;
}

/** Above the foot: what was deleted and can be taken back, what could not be done, what was done unseen. */
export function UndoBar({ onUndo, problem, note, onDismiss }: UndoBarProps) {
  const t = useT();
  const { ids } = useDeleted();
  useEffect(() => {
    if (note === null) return;
    const timer = setTimeout(onDismiss, NOTE_MS);
    return () => clearTimeout(timer);
  }, [note]);
  if (problem !== null) {
    return (
      <div className="undo-bar" role="alert">
        <span className="bad">{problem}</span>
        <IconButton icon="cross" name={t(layout.undo.dismiss)} onClick={onDismiss} />
      </div>
    );
  }
  if (ids.length > 0) {
    return (
      <section className="undo-bar" aria-label={t(layout.undo.label)}>
        {t(layout.undo.deleted, { count: ids.length })}
        <Button shortcut="Z" onClick={onUndo}>
          {t(layout.undo.button)}
        </Button>
      </section>
    );
  }
  if (note === null) return null;
  return (
    <div className="undo-bar" role="status">
      <Icon name="check" small />
      {note}
    </div>
  );
}
