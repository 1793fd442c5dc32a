import type { SavedView } from '@hooktap/protocol';
import type { Translate } from '../messages/translate.ts';
import { views } from '../messages/views/en.ts';
import type { IconName } from '../parts/Icon.tsx';
import { unreadQuery } from '../state/Opened.tsx';

export interface View extends SavedView {
  readonly icon?: IconName;
  readonly tone?: 'bad' | 'warn';
  /** While it finds nothing it is not worth its place. */
  readonly onlyIfAny?: boolean;
}

/** Those that everyone needs; what a person saves stands behind them. */
export function builtInViews(t: Translate): readonly View[] {
  const { all, failed, retrying, signature, unread, pinned } = views.builtIn;
  return [
    { name: t(all), q: '' },
    { name: t(failed), q: 'status:failed', icon: 'failed', tone: 'bad', onlyIfAny: true },
    { name: t(retrying), q: 'status:retrying', icon: 'turning', tone: 'warn', onlyIfAny: true },
    { name: t(signature), q: 'signature:invalid', icon: 'shield-bad', tone: 'bad', onlyIfAny: true },
    { name: t(unread), q: unreadQuery },
    { name: t(pinned), q: 'is:pinned', icon: 'pin', onlyIfAny: true },
  ];
}
