import { lazy, Suspense } from 'react';
import type { BatchChoice } from '../batches/batch-draft.ts';
import type { ExportChoice } from '../exporting/export-choice.ts';
import { DialogComing } from '../parts/DialogComing.tsx';

const ExportDialog = lazy(() => import('../exporting/ExportDialog.tsx'));
const ImportDialog = lazy(() => import('../importing/ImportDialog.tsx'));
const BatchDialog = lazy(() => import('../batches/BatchDialog.tsx'));

/** A dialog about many events: what is to be replayed, exported or imported. */
export type AskedOfMany =
  | { readonly about: 'replays'; readonly choice: BatchChoice }
  | { readonly about: 'export'; readonly choice: ExportChoice }
  /** A file that was dropped, perhaps one of several; or one that is still to be chosen. */
  | { readonly about: 'import'; readonly file: File | null; readonly more: boolean };

interface BatchAndFileDialogsProps {
  readonly asked: AskedOfMany;
  readonly onClose: () => void;
}

/** Each is fetched when it is first asked for. */
export function BatchAndFileDialogs({ asked, onClose }: BatchAndFileDialogsProps) {
  return (
    <Suspense fallback={<DialogComing />}>
      {asked.about === 'replays' ? (
        <BatchDialog choice={asked.choice} onClose={onClose} />
      ) : asked.about === 'export' ? (
        <ExportDialog choice={asked.choice} onClose={onClose} />
      ) : (
        <ImportDialog file={asked.file} more={asked.more} onClose={onClose} />
      )}
    </Suspense>
  );
}
