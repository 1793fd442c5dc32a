import { goTo } from '../address/use-address.ts';
import { commands as words } from '../messages/commands/en.ts';
import { copying } from '../messages/copying/en.ts';
import { list } from '../messages/list/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { useCommands } from '../state/Commands.tsx';
import type { MarkActions } from './use-marks.ts';

/** In place of the list's own bar while events are marked. */
export function MarksBar({ marking }: { readonly marking: MarkActions }) {
  const t = useT();
  const commands = useCommands();
  const ids = [...marking.marks.ids];
  const [first, second] = ids;
  const { canAct } = commands;
  return (
    <section className="list-bar marks-bar" aria-label={t(list.selected)}>
      {ids.length > 0 && (
        <>
          <strong className="figures">{t(parts.events, { count: ids.length })}</strong>
          <Button icon="replay" shortcut="R" disabled={!canAct} onClick={() => commands.replay(ids)}>
            {t(ids.length === 1 ? words.replay : list.replaySeveral)}
          </Button>
          <Button icon="pin" shortcut="P" disabled={!canAct} onClick={() => commands.pin(ids)}>
            {t(words.pin)}
          </Button>
          {first && second && ids.length === 2 && (
            <Button icon="compare" shortcut="C" onClick={() => goTo({ eventId: first, compare: second })}>
              {t(list.compare)}
            </Button>
          )}
          <Button icon="download" onClick={() => commands.exportEvents({ ids })}>
            {t(copying.export)}
          </Button>
          <Button icon="trash" shortcut="⌫" disabled={!canAct} onClick={() => commands.remove(ids)}>
            {t(words.delete)}
          </Button>
        </>
      )}
      <IconButton
        icon="cross"
        name={t(list.selectNone)}
        shortcut="Esc"
        className="marks-end"
        onClick={marking.clear}
      />
    </section>
  );
}
