import { counted } from '../format/measures.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { useDeleted } from '../state/Deleted.tsx';
import './undo-bar.css';

/** Above the foot: what was deleted and can be taken back, or what could not be done. */
export function UndoBar({
  onUndo,
  problem,
  onDismiss,
}: {
  readonly onUndo: () => void;
  readonly problem: string | null;
  readonly onDismiss: () => void;
}) {
  const { ids } = useDeleted();
  if (problem !== null) {
    return (
      <div className="undo-bar" role="alert">
        <span className="bad">{problem}</span>
        <IconButton icon="cross" name="Dismiss" onClick={onDismiss} />
      </div>
    );
  }
  if (ids.length === 0) return null;
  return (
    <section className="undo-bar" aria-label="Deleted">
      Deleted {counted(ids.length, 'event')}
      <Button shortcut="Z" onClick={onUndo}>
        Undo
      </Button>
    </section>
  );
}
