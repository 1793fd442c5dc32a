import type { EventListItem } from '@hooktap/protocol';
import { useEffect, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { commands as words } from '../messages/commands/en.ts';
import { copying } from '../messages/copying/en.ts';
import { list } from '../messages/list/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { useCommands } from '../state/Commands.tsx';
import { useLive } from '../state/Live.tsx';
import type { MarkActions } from './use-marks.ts';

interface MarksBarProps {
  readonly marking: MarkActions;
  readonly items: readonly EventListItem[];
  /** Deletes all that the search finds, and asks first. */
  readonly onDeleteFound: () => void;
}

/** All that the search finds, also beyond what is loaded. */
function FoundActions({ onDeleteFound }: Pick<MarksBarProps, 'onDeleteFound'>) {
  const t = useT();
  const { canAct, replayFound, exportEvents } = useCommands();
  const { q } = useLive().events;
  return (
    <>
      <Button icon="replay" disabled={!canAct} onClick={() => replayFound(q)}>
        {t(list.replaySeveral)}
      </Button>
      <Button icon="download" onClick={() => exportEvents({ q })}>
        {t(copying.export)}
      </Button>
      <Button icon="trash" disabled={!canAct} onClick={onDeleteFound}>
        {t(list.deleteSeveral)}
      </Button>
    </>
  );
}

/** In place of the list's own bar while events are marked. */
export function MarksBar({ marking, items, onDeleteFound }: MarksBarProps) {
  const t = useT();
  const commands = useCommands();
  const { total } = useLive().events;
  const [isFound, setFound] = useState(false);
  const ids = [...marking.marks.ids];
  const [first, second] = ids;
  const { canAct } = commands;
  useEffect(() => setFound(false), [ids.length]);
  const canTakeAll = ids.length >= items.length && total > ids.length;
  return (
    <section className="list-bar marks-bar" aria-label={t(list.selected)}>
      <strong className="figures">{t(parts.events, { count: isFound ? total : ids.length })}</strong>
      {isFound ? (
        <FoundActions onDeleteFound={onDeleteFound} />
      ) : (
        <>
          <Button icon="replay" shortcut="R" disabled={!canAct} onClick={() => commands.replay(ids)}>
            {t(ids.length === 1 ? words.replay : list.replaySeveral)}
          </Button>
          <Button icon="pin" shortcut="P" disabled={!canAct} onClick={() => commands.pin(ids)}>
            {t(words.pin)}
          </Button>
          <Button disabled={!canAct} onClick={() => commands.show('tag')}>
            {t(list.tag)}
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
          {canTakeAll && (
            <Button look="ghost" onClick={() => setFound(true)}>
              {t(list.selectFound, { number: total })}
            </Button>
          )}
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
