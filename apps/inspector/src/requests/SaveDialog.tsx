import type { SaveRequest } from '@hooktap/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { parts } from '../messages/parts/en.ts';
import { requests as words } from '../messages/requests/en.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import './requests.css';
import { savedRequestsKey, useSavedRequests } from './use-saved-requests.ts';

interface SaveDialogProps {
  readonly request: Omit<SaveRequest, 'name'>;
  readonly suggested: string;
  readonly onClose: () => void;
}

/** Keeps what stands in the editor under a name; one of that name is replaced. */
export function SaveDialog({ request, suggested, onClose }: SaveDialogProps) {
  const t = useT();
  const hooktap = useHooktap();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const all = useSavedRequests();
  const id = useId();
  const [name, setName] = useState(suggested);
  const [problem, setProblem] = useState<ReactNode>(null);
  const wanted = name.trim();
  const before = all?.find((one) => one.name === wanted);
  const save = async () => {
    try {
      const body = { ...request, name: wanted };
      await (before ? hooktap.replaceSavedRequest(before.id, body) : hooktap.saveRequest(body));
      void queries.invalidateQueries({ queryKey: savedRequestsKey });
      announce(t(words.saved, { name: wanted }));
      onClose();
    } catch (error) {
      setProblem(problemWords(error, t(parts.noAnswerTryAgain)));
    }
  };
  return (
    <Dialog title={t(words.save.title)} isOpen onClose={onClose} className="save-dialog">
      <form
        onSubmit={(submit) => {
          submit.preventDefault();
          if (wanted !== '') void save();
        }}
      >
        <label htmlFor={id}>{t(words.save.name)}</label>
        <input
          id={id}
          className="field"
          data-focus-first
          maxLength={100}
          value={name}
          aria-invalid={problem !== null}
          onFocus={(focus) => focus.target.select()}
          onChange={(change) => {
            setName(change.target.value);
            setProblem(null);
          }}
        />
        <p className="quiet">{before ? t(words.save.replaces) : t(words.save.note)}</p>
        {problem && (
          <p className="bad" role="alert">
            {problem}
          </p>
        )}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t(words.cancel)}</Button>
          <Button type="submit" look="primary" disabled={wanted === ''}>
            {before ? t(words.save.replace) : t(words.save.save)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
