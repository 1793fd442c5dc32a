import type { EventListItem } from '@hooktap/protocol';
import { CopyAsMenu } from '../copying/CopyAsMenu.tsx';
import { shortId } from '../format/ids.ts';
import { inWords, size } from '../format/measures.ts';
import { ago, preciseClock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { titleOf } from '../list/subject-of.ts';
import { commands as words } from '../messages/commands/en.ts';
import { detail } from '../messages/detail/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { FilterValue } from '../search/FilterValue.tsx';
import { termOf } from '../search/filter-term.ts';
import { useCommands } from '../state/Commands.tsx';
import { useNow } from '../state/use-now.ts';

interface DetailHeaderProps {
  readonly item: EventListItem;
  readonly onBack: () => void;
}

export function DetailHeader({ item, onBack }: DetailHeaderProps) {
  const t = useT();
  const commands = useCommands();
  const { canAct } = commands;
  const now = useNow(10_000);
  return (
    <header className="detail-head">
      <div className="detail-title">
        <IconButton
          icon="back"
          name={t(detail.back)}
          shortcut="Esc"
          className="detail-back"
          onClick={onBack}
        />
        <h2 className={item.eventType ? 'cut' : 'cut pane-title'} title={titleOf(item)}>
          {titleOf(item)}
        </h2>
        <span className="detail-actions">
          <IconButton
            icon="pin"
            name={t(item.pinned ? words.unpin : words.pin)}
            shortcut="P"
            aria-pressed={item.pinned}
            disabled={!canAct}
            onClick={() => commands.pin([item.id])}
          />
          <CopyAsMenu item={item} />
          <IconButton
            icon="trash"
            name={t(words.delete)}
            shortcut="⌫"
            disabled={!canAct}
            onClick={() => commands.remove([item.id])}
          />
        </span>
        <span className="replay-actions">
          <Button icon="edit" shortcut="E" onClick={() => commands.edit(item.id)}>
            <span className="wide-words">{t(words.edit)}</span>
            <span className="phone-words">{t(detail.editShort)}</span>
          </Button>
          <Button
            icon="replay"
            look="primary"
            shortcut="R"
            disabled={!canAct}
            onClick={() => commands.replay([item.id])}
          >
            {t(words.replay)}
          </Button>
        </span>
      </div>
      <p className="detail-sub quiet">
        <code className="cut" title={`${item.method} ${item.requestTarget}`}>
          <FilterValue term={termOf('method', item.method)} className="strong">
            {visibleLine(item.method)}
          </FilterValue>{' '}
          {item.eventType && (
            <FilterValue term={termOf('path', item.path)}>{visibleLine(item.path)}</FilterValue>
          )}
        </code>
        <span>·</span>
        <time className="figures" dateTime={item.receivedAt} title={item.receivedAt}>
          {preciseClock(item.receivedAt)} <span className="detail-ago">{ago(item.receivedAt, now, t)}</span>
        </time>
        <span>·</span>
        <span title={t(detail.bytes, { count: item.body.size })}>{inWords(size(item.body.size, t))}</span>
        <span className="detail-id">
          <span>·</span>
          <code title={item.id}>{shortId(item.id)}</code>
          <CopyButton text={item.id} what={t(detail.eventId)} iconOnly />
        </span>
      </p>
    </header>
  );
}
