import { useEffect, useRef } from 'react';
import { goTo } from '../address/use-address.ts';
import { problemOf } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { inWords, size } from '../format/measures.ts';
import { visibleLine } from '../format/visible-text.ts';
import { importing } from '../messages/importing/en.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { ImportReport } from './ImportReport.tsx';
import './importing.css';
import { useImport } from './use-import.ts';

interface ImportDialogProps {
  /** One that was dropped on the page. */
  readonly file: File | null;
  /** Whether others were dropped with it. */
  readonly more: boolean;
  readonly onClose: () => void;
}

const found = 'via:import';

/** A file of events, what became of it, and the way back. */
export default function ImportDialog({ file, more, onClose }: ImportDialogProps) {
  const t = useT();
  const announce = useAnnounce();
  const picker = useRef<HTMLInputElement>(null);
  const { state, start, stop, undo } = useImport(file);
  const choose = () => picker.current?.click();
  useEffect(() => {
    if (state.kind === 'done') announce(t(importing.imported, { count: state.result.imported }));
    if (state.kind === 'undone') announce(t(importing.undone, { count: state.events }));
  }, [state, announce, t]);
  return (
    <Dialog title={t(importing.title)} isOpen onClose={onClose} className="import-dialog">
      <input
        ref={picker}
        type="file"
        hidden
        accept=".har,.ndjson,.jsonl,.json,application/json"
        aria-label={t(importing.choose)}
        onChange={(change) => {
          const [chosen] = change.target.files ?? [];
          // The same file may be chosen again once it was mended.
          change.target.value = '';
          if (chosen) void start(chosen);
        }}
      />
      {more && file && <p className="second">{t(importing.oneOnly, { file: visibleLine(file.name) })}</p>}
      {state.kind === 'choosing' && (
        <>
          <p className="second">{t(importing.what)}</p>
          <div className="import-zone">
            <Button look="primary" icon="upload" data-focus-first onClick={choose}>
              {t(importing.choose)}
            </Button>
            <span className="second">{t(importing.orDrop)}</span>
            <span className="quiet">{t(importing.limits)}</span>
          </div>
        </>
      )}
      {state.kind === 'running' && (
        <p className="import-running">
          {t.rich(importing.running, {
            file: <code>{visibleLine(state.file.name)}</code>,
            size: inWords(size(state.file.size, t)),
          })}
          {state.soFar > 0 && (
            <span className="second figures"> {t(importing.soFar, { count: state.soFar })}</span>
          )}
        </p>
      )}
      {state.kind === 'stopped' && (
        <p className="warn" role="alert">
          {t.rich(importing.stopped, { query: <code>{found}</code> })}
        </p>
      )}
      {state.kind === 'failed' && (
        <p className="bad" role="alert">
          {problemOf(state.error)?.status === 0
            ? t(importing.away)
            : problemWords(state.error, t(importing.away))}
        </p>
      )}
      {(state.kind === 'done' || state.kind === 'undoing') && (
        <ImportReport fileName={state.file.name} result={state.result} />
      )}
      {state.kind === 'undone' && <p>{t(importing.undone, { count: state.events })}</p>}
      <div className="dialog-actions">
        {state.kind === 'running' && <Button onClick={stop}>{t(importing.stop)}</Button>}
        {state.kind === 'done' && state.result.imported > 0 && (
          <Button icon="back" onClick={() => void undo()}>
            {t(importing.undo)}
          </Button>
        )}
        {state.kind !== 'choosing' && state.kind !== 'running' && state.kind !== 'undoing' && (
          <Button icon="upload" onClick={choose}>
            {t(importing.another)}
          </Button>
        )}
        {(state.kind === 'done' || state.kind === 'stopped') && (
          <Button
            onClick={() => {
              goTo({ panel: 'events', q: found, eventId: null });
              onClose();
            }}
          >
            {t(importing.show)}
          </Button>
        )}
        {state.kind !== 'running' && (
          <Button look={state.kind === 'choosing' ? 'plain' : 'primary'} onClick={onClose}>
            {t(importing.done)}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
