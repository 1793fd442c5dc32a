import { useEffect, useState } from 'react';
import { problemWords } from '../connection/problem-words.ts';
import { inWords, size } from '../format/measures.ts';
import { visibleLine } from '../format/visible-text.ts';
import { exporting } from '../messages/exporting/en.ts';
import { parts } from '../messages/parts/en.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Segments } from '../parts/Segments.tsx';
import './exporting.css';
import { type FileFormat, fileFormats } from '@hooktap/protocol';
import type { ExportChoice } from './export-choice.ts';
import { FirstEvents } from './FirstEvents.tsx';
import { KeptList } from './KeptList.tsx';
import { ReplacedLine } from './ReplacedLine.tsx';
import { type Download, useDownload, useLeaving } from './use-export.ts';

interface ExportDialogProps {
  readonly choice: ExportChoice;
  readonly onClose: () => void;
}

function Selection({ choice }: { readonly choice: ExportChoice }) {
  const t = useT();
  if ('ids' in choice) return null;
  return (
    <p className="second export-query">
      {choice.q === ''
        ? t(exporting.all)
        : t.rich(exporting.query, { query: <code>{visibleLine(choice.q)}</code> })}
    </p>
  );
}

const labelsOf = (t: Translate): Readonly<Record<FileFormat, string>> => ({
  har: t(exporting.formats.har),
  ndjson: t(exporting.formats.ndjson),
  html: t(exporting.formats.html),
});

function Fault({ download, problem }: { readonly download: Download; readonly problem: unknown }) {
  const t = useT();
  if (download.kind === 'broken') {
    return (
      <p className="bad" role="alert">
        {problemWords(download.error, t(exporting.brokenOff))}
      </p>
    );
  }
  return problem === null ? null : (
    <p className="bad" role="alert">
      {problemWords(problem, '')}
    </p>
  );
}

/** Events as a file: which kind, whether it may be shown to others, and what is in it before it leaves. */
export default function ExportDialog({ choice, onClose }: ExportDialogProps) {
  const t = useT();
  const announce = useAnnounce();
  const [format, setFormat] = useState<FileFormat>('har');
  const [safe, setSafe] = useState(true);
  const { preview, summary, problem } = useLeaving(choice, format);
  const { download, start } = useDownload(choice);
  const events = preview?.events;
  const isRunning = download.kind === 'running';
  useEffect(() => {
    if (download.kind === 'saved') announce(t(exporting.downloaded, { file: download.fileName }));
  }, [download, announce, t]);
  return (
    <Dialog
      title={events === undefined ? t(exporting.titleUnknown) : t(exporting.title, { count: events })}
      isOpen
      onClose={onClose}
      className="export-dialog"
    >
      <Selection choice={choice} />
      <div className="export-row">
        <span className="export-name">{t(exporting.format)}</span>
        <div>
          <Segments
            label={t(exporting.format)}
            value={format}
            options={fileFormats}
            labels={labelsOf(t)}
            onChange={setFormat}
          />
          <p className="quiet">{t(exporting.formatNote[format])}</p>
        </div>
      </div>
      <label className="export-safe">
        <input type="checkbox" checked={safe} onChange={(change) => setSafe(change.target.checked)} />
        <span>
          <b>{t(exporting.safe)}</b>
          <span className="quiet">{t(exporting.safeNote)}</span>
        </span>
      </label>
      {!safe && (
        <p className="export-warning">
          <span className="warn">
            <Icon name="warning" small />
          </span>
          {t(exporting.unsafe)}
        </p>
      )}
      <section className="export-leaving" aria-label={t(exporting.leaves)}>
        <ReplacedLine summary={summary} safe={safe} />
        {safe && summary?.kept && <KeptList kept={summary.kept} />}
        {preview && <FirstEvents preview={preview} safe={safe} />}
      </section>
      <Fault download={download} problem={problem} />
      <div className="dialog-actions">
        {download.kind === 'saved' && (
          <span className="export-saved second">
            <span className="ok">
              <Icon name="check" small />
            </span>
            {t(exporting.downloaded, { file: download.fileName })}
          </span>
        )}
        <Button onClick={onClose}>{t(download.kind === 'saved' ? parts.close : parts.cancel)}</Button>
        <Button
          look="primary"
          icon="download"
          data-focus-first
          disabled={isRunning || !events}
          onClick={() => void start(format, safe)}
        >
          {isRunning
            ? t(exporting.downloading, { size: inWords(size(download.bytes, t)) })
            : t(exporting.download)}
        </Button>
      </div>
    </Dialog>
  );
}
