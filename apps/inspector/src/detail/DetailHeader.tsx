import type { EventListItem } from '@hooktap/protocol';
import { shortId } from '../format/ids.ts';
import { inWords, size } from '../format/measures.ts';
import { ago, preciseClock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { titleOf } from '../list/subject-of.ts';
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
  const commands = useCommands();
  const { canAct } = commands;
  const now = useNow(10_000);
  return (
    <header className="detail-head">
      <div className="detail-title">
        <IconButton
          icon="back"
          name="Back to the list"
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
            name={item.pinned ? 'Unpin' : 'Pin'}
            shortcut="P"
            aria-pressed={item.pinned}
            disabled={!canAct}
            onClick={() => commands.pin([item.id])}
          />
          <IconButton
            icon="code"
            name="Copy as curl"
            shortcut="Y"
            onClick={() => commands.copyCurl(item.id)}
          />
          <IconButton
            icon="trash"
            name="Delete"
            shortcut="⌫"
            disabled={!canAct}
            onClick={() => commands.remove([item.id])}
          />
        </span>
        <span className="replay-actions">
          <Button icon="edit" shortcut="E" onClick={() => commands.edit(item.id)}>
            <span className="wide-words">Edit and replay</span>
            <span className="phone-words">Edit</span>
          </Button>
          <Button
            icon="replay"
            look="primary"
            shortcut="R"
            disabled={!canAct}
            onClick={() => commands.replay([item.id])}
          >
            Replay
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
          {preciseClock(item.receivedAt)} <span className="detail-ago">{ago(item.receivedAt, now)}</span>
        </time>
        <span>·</span>
        <span title={`${item.body.size} bytes`}>{inWords(size(item.body.size))}</span>
        <span className="detail-id">
          <span>·</span>
          <code title={item.id}>{shortId(item.id)}</code>
          <CopyButton text={item.id} what="event id" iconOnly />
        </span>
      </p>
    </header>
  );
}
