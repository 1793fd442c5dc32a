import type { Annotation, EventListItem } from '@hooktap/protocol';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { visibleLine } from '../format/visible-text.ts';
import { useKeys } from '../keys/use-keys.ts';
import { detail } from '../messages/detail/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { IconButton } from '../parts/Button.tsx';
import { FilterValue } from '../search/FilterValue.tsx';
import { termOf } from '../search/filter-term.ts';
import { useCommands } from '../state/Commands.tsx';
import './note-and-tags.css';
import { useTags } from './use-tags.ts';
import { withTag } from './with-tag.ts';

/** A person's own words about an event, and names to find it by. Saved on leaving the field. */
export function NoteAndTags({ item }: { readonly item: EventListItem }) {
  const t = useT();
  const hooktap = useHooktap();
  const { canAct } = useCommands();
  const [draft, setDraft] = useState<string | null>(null);
  const [tag, setTag] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  useKeys({ n: () => note.current?.focus() });

  const save = async (marks: Annotation) => {
    try {
      await hooktap.annotate(item.id, marks);
      setProblem(null);
      return true;
    } catch (error) {
      setProblem(problemWords(error, t(parts.noAnswerTryAgain)));
      return false;
    }
  };
  const saveNote = async () => {
    // What could not be saved stays in the field.
    if (draft === null || draft === item.note || (await save({ note: draft })))
      setDraft((typed) => (typed === draft ? null : typed));
  };
  const changeTags = useTags(item.tags, (tags) => save({ tags: [...tags] }));
  const addTag = async () => {
    // At once, for the next one may be typed already.
    setTag('');
    if (await changeTags((tags) => withTag(tags, tag))) return;
    setTag((typed) => (typed === '' ? tag : typed));
  };
  const onNoteKey = (key: KeyboardEvent<HTMLTextAreaElement>) => {
    if (key.key === 'Escape') setDraft(null);
    else if (!(key.key === 'Enter' && (key.metaKey || key.ctrlKey))) return;
    key.preventDefault();
    // Leaving the field saves; Escape has put back what was there.
    requestAnimationFrame(() => note.current?.blur());
  };
  return (
    <section className="section marks" aria-label={t(detail.note.label)}>
      <textarea
        ref={note}
        className="note"
        rows={1}
        maxLength={10_000}
        aria-label={t(detail.note.note)}
        placeholder={t(detail.note.note)}
        readOnly={!canAct}
        value={draft ?? item.note}
        onChange={(change) => setDraft(change.target.value)}
        onBlur={() => void saveNote()}
        onKeyDown={onNoteKey}
      />
      <ul className="tags" aria-label={t(detail.note.tags)}>
        {item.tags.map((name) => (
          <li key={name} className="tag">
            <FilterValue term={termOf('tag', name)}>{visibleLine(name)}</FilterValue>
            <IconButton
              icon="cross"
              name={t(detail.note.removeTag, { name })}
              disabled={!canAct}
              onClick={() => void changeTags((tags) => tags.filter((other) => other !== name))}
            />
          </li>
        ))}
        <li>
          <input
            className="tag-field"
            aria-label={t(detail.note.addTag)}
            placeholder={t(detail.note.addTag)}
            maxLength={100}
            size={Math.max(10, t(detail.note.addTag).length)}
            readOnly={!canAct}
            value={tag}
            onChange={(change) => setTag(change.target.value)}
            onBlur={() => void addTag()}
            onKeyDown={(key) => {
              if (key.key === 'Enter') void addTag();
              else if (key.key === 'Escape') {
                // Leaving the field saves: it is empty before.
                flushSync(() => setTag(''));
                key.currentTarget.blur();
              } else return;
              key.preventDefault();
            }}
          />
        </li>
      </ul>
      {problem !== null && (
        <p className="bad body-note" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
