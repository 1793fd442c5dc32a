import { useEffect } from 'react';
import { useT } from '../messages/use-t.ts';

/** The tab: how many are unread, and what is open; its icon has a dot while there are any. */
export function useTitle(
  title: string | null,
  unread: { readonly total: number; readonly isExact: boolean } | undefined,
): void {
  const t = useT();
  const has = unread !== undefined && unread.total > 0;
  const count = has ? `(${t.number(unread.total)}${unread.isExact ? '' : '+'}) ` : '';
  useEffect(() => {
    document.title = `${count}${title ? `${title} · ` : ''}Hooktap`;
  }, [title, count]);
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = has ? '/icon-unread.svg' : '/icon.svg';
  }, [has]);
}
