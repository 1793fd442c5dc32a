import type { EventId, EventListItem } from '@hooktap/protocol';
import { type FormEvent, useState } from 'react';
import { useHooktap } from '../connection/hooktap.ts';
import { withTag } from '../detail/with-tag.ts';
import { list } from '../messages/list/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { forEach } from '../state/batch.ts';
import { useCommands } from '../state/Commands.tsx';

interface TagDialogProps {
  readonly ids: readonly EventId[];
  /** Those that are loaded, with the tags that they have. */
  readonly items: readonly EventListItem[];
  readonly onClose: () => void;
}

/** One tag for all events that are selected; what they have already stays. */
export default function TagDialog({ ids, items, onClose }: TagDialogProps) {
  const t = useT();
  const hooktap = useHooktap();
  const { note } = useCommands();
  const [tag, setTag] = useState('');
  const [failed, setFailed] = useState(0);
  const put = async (submit: FormEvent) => {
    submit.preventDefault();
    if (tag.trim() === '') return;
    const known = new Map(items.map((item) => [item.id, item.tags]));
    const one = async (id: EventId) => {
      const tags = known.get(id) ?? (await hooktap.event(id)).tags;
      const next = withTag(tags, tag);
      if (next !== tags) await hooktap.annotate(id, { tags: [...next] });
    };
    const { signal } = new AbortController();
    const result = await forEach(ids, one, { signal, onProgress: () => undefined });
    if (result.failed > 0) return setFailed(result.failed);
    note(t(list.tagged, { count: result.done }));
    onClose();
  };
  return (
    <Dialog title={t(list.tagTitle, { count: ids.length })} isOpen onClose={onClose}>
      <form onSubmit={(submit) => void put(submit)}>
        <input
          className="field"
          data-focus-first
          aria-label={t(list.tagName)}
          placeholder={t(list.tagName)}
          maxLength={100}
          value={tag}
          onChange={(change) => setTag(change.target.value)}
        />
        <p className="bad" role="alert">
          {failed > 0 && t(list.tagFailed, { count: failed })}
        </p>
        <div className="dialog-actions">
          <Button type="submit" look="primary" disabled={tag.trim() === ''}>
            {t(list.tagPut)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
