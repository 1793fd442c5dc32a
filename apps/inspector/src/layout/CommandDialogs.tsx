import type { EventId, EventListItem } from '@hooktap/protocol';
import { lazy, Suspense } from 'react';
import { DialogComing } from '../parts/DialogComing.tsx';
import type { CommandDialog } from '../state/Commands.tsx';

const SavedRequestsDialog = lazy(() => import('../requests/SavedRequestsDialog.tsx'));
const WatchDialog = lazy(() => import('../watch/WatchDialog.tsx'));
const ColumnsDialog = lazy(() => import('../list/ColumnsDialog.tsx'));
const TagDialog = lazy(() => import('../list/TagDialog.tsx'));
const ViewsDialog = lazy(() => import('../views/ViewsDialog.tsx'));

interface CommandDialogsProps {
  readonly shown: CommandDialog;
  readonly q: string;
  readonly items: readonly EventListItem[];
  /** To be tagged. */
  readonly ids: readonly EventId[];
  readonly onClose: () => void;
}

function Shown({ shown, q, items, ids, onClose }: CommandDialogsProps) {
  switch (shown) {
    case 'requests':
      return <SavedRequestsDialog onClose={onClose} />;
    case 'watch':
      return <WatchDialog onClose={onClose} />;
    case 'columns':
      return <ColumnsDialog items={items} onClose={onClose} />;
    case 'tag':
      return <TagDialog ids={ids} items={items} onClose={onClose} />;
    case 'new-view':
    case 'views':
      return <ViewsDialog isNew={shown === 'new-view'} q={q.trim()} onClose={onClose} />;
  }
}

/** What a button, a menu or the palette opened over whatever is shown. */
export function CommandDialogs(props: CommandDialogsProps) {
  return (
    <Suspense fallback={<DialogComing />}>
      <Shown {...props} />
    </Suspense>
  );
}
