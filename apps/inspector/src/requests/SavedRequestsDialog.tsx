import type { SavedRequest } from '@hooktap/protocol';
import { useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { providerName } from '../format/provider-name.ts';
import { visibleLine } from '../format/visible-text.ts';
import { requests as words } from '../messages/requests/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useCommands } from '../state/Commands.tsx';
import './requests.css';
import { useRequestChanges, useSendSaved } from './use-request-actions.ts';
import { editorOf, useSavedRequests } from './use-saved-requests.ts';

interface LineProps {
  readonly request: SavedRequest;
  readonly canAct: boolean;
  readonly onSend: () => void;
  readonly onEdit: () => void;
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onRemove: () => void;
}

function RequestLine({ request, canAct, onSend, onEdit, onRename, onRemove }: LineProps) {
  const t = useT();
  const [name, setName] = useState<string | null>(null);
  const { method, requestTarget, eventType, provider, eventIsKept } = request;
  const shown = visibleLine(request.name);
  return (
    <li className="saved-request">
      {name === null ? (
        <>
          <span className="saved-words">
            <strong className="cut">{shown}</strong>
            <span className="quiet cut">
              <code>
                {visibleLine(method)} {visibleLine(requestTarget)}
              </code>
              {eventType !== null && ` ${visibleLine(eventType)}`}
              {provider !== null && ` ${providerName(provider)}`}
            </span>
            {!eventIsKept && <span className="warn">{t(words.list.eventGone)}</span>}
          </span>
          <span className="saved-actions">
            <Button
              icon="send"
              disabled={!canAct}
              onClick={onSend}
              aria-label={t(words.list.sendIt, { name: shown })}
            >
              {t(words.list.send)}
            </Button>
            {eventIsKept && (
              <button
                type="button"
                className="button ghost icon-only"
                title={t(words.list.edit)}
                aria-label={t(words.list.editIt, { name: shown })}
                onClick={onEdit}
              >
                <Icon name="edit" small />
              </button>
            )}
            <Button
              look="ghost"
              disabled={!canAct}
              onClick={() => setName(request.name)}
              aria-label={t(words.list.renameIt, { name: shown })}
            >
              {t(words.list.rename)}
            </Button>
            <button
              type="button"
              className="button ghost icon-only"
              title={t(words.list.delete)}
              aria-label={t(words.list.deleteIt, { name: shown })}
              disabled={!canAct}
              onClick={onRemove}
            >
              <Icon name="trash" small />
            </button>
          </span>
        </>
      ) : (
        <form
          className="saved-rename"
          onSubmit={(submit) => {
            submit.preventDefault();
            if (name.trim() === '') return;
            void onRename(name.trim()).then((done) => done && setName(null));
          }}
        >
          <input
            className="field"
            aria-label={t(words.list.newName, { name: shown })}
            maxLength={100}
            value={name}
            // biome-ignore lint/a11y/noAutofocus: the person has just asked for it
            autoFocus
            onChange={(change) => setName(change.target.value)}
            onKeyDown={(key) => {
              if (key.key !== 'Escape') return;
              key.preventDefault();
              setName(null);
            }}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {t(words.list.rename)}
          </Button>
          <Button look="ghost" onClick={() => setName(null)}>
            {t(words.cancel)}
          </Button>
        </form>
      )}
    </li>
  );
}

/** Every saved request: send it, open it in the editor, rename it, delete it and take that back. */
export default function SavedRequestsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { canAct } = useCommands();
  const all = useSavedRequests();
  const changes = useRequestChanges();
  const send = useSendSaved(changes.setProblem);
  return (
    <Dialog title={t(words.list.title)} isOpen onClose={onClose} className="requests-dialog">
      {changes.problem && (
        <p className="bad" role="alert">
          {changes.problem}
        </p>
      )}
      <div aria-live="polite">
        {changes.deleted && (
          <p className="saved-undo">
            {t(words.list.deleted, { name: visibleLine(changes.deleted.name) })}
            <Button onClick={() => void changes.undo()}>{t(words.list.undo)}</Button>
          </p>
        )}
      </div>
      {all?.length === 0 && <p className="second">{t(words.list.empty)}</p>}
      <ul>
        {all?.map((request) => (
          <RequestLine
            key={request.id}
            request={request}
            canAct={canAct}
            onSend={() => void send(request).then((done) => done && onClose())}
            onEdit={() => {
              onClose();
              goTo(editorOf(request));
            }}
            onRename={(name) => changes.rename(request, name)}
            onRemove={() => void changes.remove(request)}
          />
        ))}
      </ul>
    </Dialog>
  );
}
