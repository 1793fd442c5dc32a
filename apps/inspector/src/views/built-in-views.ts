import type { SavedView } from '@hooktap/protocol';
import type { IconName } from '../parts/Icon.tsx';

export interface View extends SavedView {
  readonly icon?: IconName;
  readonly tone?: 'bad' | 'warn';
  /** While it finds nothing it is not worth its place. */
  readonly onlyIfAny?: boolean;
}

/** Those that everyone needs; what a person saves stands behind them. */
export const builtInViews: readonly View[] = [
  { name: 'All', q: '' },
  { name: 'Failed', q: 'status:failed', icon: 'failed', tone: 'bad', onlyIfAny: true },
  { name: 'Retrying', q: 'status:retrying', icon: 'turning', tone: 'warn', onlyIfAny: true },
  { name: 'Bad signature', q: 'signature:invalid', icon: 'shield-bad', tone: 'bad', onlyIfAny: true },
  { name: 'Unread', q: 'is:unread' },
  { name: 'Pinned', q: 'is:pinned', icon: 'pin', onlyIfAny: true },
];
