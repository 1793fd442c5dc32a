import type { SavedView } from '@hooktap/protocol';
import { type FormEvent, type ReactNode, useState } from 'react';
import { visibleLine } from '../format/visible-text.ts';
import { useT } from '../messages/use-t.ts';
import { views as words } from '../messages/views/en.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { builtInViews } from './built-in-views.ts';
import { movedView, renamedView } from './saved-views.ts';
import { useSavedViews } from './use-views.ts';

interface ViewsDialogProps {
  /** To name the search of now; else to change what there is. */
  readonly isNew: boolean;
  readonly q: string;
  readonly views: readonly SavedView[];
  readonly onSave: (views: readonly SavedView[]) => Promise<ReactNode>;
  readonly onClose: () => void;
}

function NewView({ q, views, onSave, onClose }: Omit<ViewsDialogProps, 'isNew'>) {
  const t = useT();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const taken = [...views, ...builtInViews(t)].some((view) => view.name === name.trim());
  const add = async (submit: FormEvent) => {
    submit.preventDefault();
    if (name.trim() === '' || taken) return;
    const refused = await onSave([...views, { name: name.trim(), q }]);
    if (refused === null) onClose();
    else setProblem(refused);
  };
  return (
    <form onSubmit={(submit) => void add(submit)}>
      <p className="second views-query">
        <code>{visibleLine(q)}</code>
      </p>
      <label className="views-name">
        {t(words.name)}
        <input
          className="field"
          data-focus-first
          maxLength={60}
          value={name}
          aria-invalid={taken}
          onChange={(change) => setName(change.target.value)}
        />
      </label>
      <p className="bad views-problem" role="alert">
        {problem ?? (taken ? t(words.taken) : '')}
      </p>
      <div className="dialog-actions">
        <Button onClick={onClose}>{t(words.cancel)}</Button>
        <Button type="submit" look="primary" disabled={name.trim() === '' || taken}>
          {t(words.save)}
        </Button>
      </div>
    </form>
  );
}

function MoveButton(props: {
  readonly icon: IconName;
  readonly name: string;
  readonly isOff?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="button ghost icon-only"
      aria-label={props.name}
      title={props.name}
      // Not disabled: the focus would be lost at the end of the way.
      aria-disabled={props.isOff}
      onClick={() => !props.isOff && props.onClick()}
    >
      <Icon name={props.icon} small />
    </button>
  );
}

function EditViews({ views, onSave, onClose }: Omit<ViewsDialogProps, 'isNew' | 'q'>) {
  const t = useT();
  const [draft, setDraft] = useState(views);
  const [problem, setProblem] = useState<ReactNode>(null);
  const put = async (next: readonly SavedView[]) => {
    setDraft(next);
    setProblem(await onSave(next));
  };
  const rename = (index: number, name: string) => {
    const next = renamedView(draft, index, name);
    if (next) void put(next);
    else setProblem(t(words.needsName));
  };
  return (
    <>
      {draft.length === 0 && <p className="second">{t(words.none)}</p>}
      <ul className="views-list">
        {draft.map((view, index) => (
          <li key={view.q + view.name}>
            <label>
              <span className="unseen">{t(words.nameOf, { number: index + 1 })}</span>
              <input
                className="field"
                maxLength={60}
                defaultValue={view.name}
                onBlur={(blur) => blur.target.value.trim() !== view.name && rename(index, blur.target.value)}
                onKeyDown={(key) => key.key === 'Enter' && key.currentTarget.blur()}
              />
            </label>
            <code className="cut second" title={visibleLine(view.q)}>
              {visibleLine(view.q)}
            </code>
            <MoveButton
              icon="up"
              name={t(words.up, { name: view.name })}
              isOff={index === 0}
              onClick={() => void put(movedView(draft, index, -1))}
            />
            <MoveButton
              icon="down"
              name={t(words.down, { name: view.name })}
              isOff={index === draft.length - 1}
              onClick={() => void put(movedView(draft, index, 1))}
            />
            <MoveButton
              icon="trash"
              name={t(words.remove, { name: view.name })}
              onClick={() => void put(draft.filter((other) => other !== view))}
            />
          </li>
        ))}
      </ul>
      <p className="bad views-problem" role="alert">
        {problem}
      </p>
      <div className="dialog-actions">
        <Button look="primary" onClick={onClose}>
          {t(words.done)}
        </Button>
      </div>
    </>
  );
}

export default function ViewsDialog({ isNew, q, onClose }: Omit<ViewsDialogProps, 'views' | 'onSave'>) {
  const t = useT();
  const { views, save: onSave } = useSavedViews();
  return (
    <Dialog title={t(isNew ? words.newTitle : words.label)} isOpen onClose={onClose} className="views-dialog">
      {isNew ? (
        <NewView q={q} views={views} onSave={onSave} onClose={onClose} />
      ) : (
        <EditViews views={views} onSave={onSave} onClose={onClose} />
      )}
    </Dialog>
  );
}
