import { goTo } from '../address/use-address.ts';
import { counted } from '../format/measures.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { useCommands } from '../state/Commands.tsx';
import type { MarkActions } from './use-marks.ts';

/** In place of the list's own bar while events are marked. */
export function MarksBar({ marking }: { readonly marking: MarkActions }) {
  const commands = useCommands();
  const ids = [...marking.marks.ids];
  const [first, second] = ids;
  const { canAct } = commands;
  return (
    <section className="list-bar marks-bar" aria-label="Selected events">
      {ids.length > 0 && (
        <>
          <strong className="figures">{counted(ids.length, 'event')}</strong>
          <Button icon="replay" shortcut="R" disabled={!canAct} onClick={() => commands.replay(ids)}>
            {ids.length === 1 ? 'Replay' : 'Replay…'}
          </Button>
          <Button icon="pin" shortcut="P" disabled={!canAct} onClick={() => commands.pin(ids)}>
            Pin
          </Button>
          {first && second && ids.length === 2 && (
            <Button icon="compare" shortcut="C" onClick={() => goTo({ eventId: first, compare: second })}>
              Compare
            </Button>
          )}
          <Button icon="trash" shortcut="⌫" disabled={!canAct} onClick={() => commands.remove(ids)}>
            Delete
          </Button>
        </>
      )}
      <IconButton
        icon="cross"
        name="Select none"
        shortcut="Esc"
        className="marks-end"
        onClick={marking.clear}
      />
    </section>
  );
}
