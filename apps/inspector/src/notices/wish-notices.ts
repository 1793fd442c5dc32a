import { changeView } from '../layout/view-settings.ts';
import type { Wish } from './due-notice.ts';

/** Keeps of what the browser shall tell, and asks it for permission. False: it does not allow that. */
export async function wishNotices(wish: Wish): Promise<boolean> {
  if (wish.kind !== 'off') {
    const can = typeof Notification !== 'undefined' && (await Notification.requestPermission()) === 'granted';
    if (!can) return false;
  }
  changeView({ notices: wish });
  return true;
}
