import { useEffect } from 'react';
import { useT } from '../messages/use-t.ts';

/** The tab: how many are unread, and what is open; its icon has a dot while there are any. */
export function useTitle(title: string | null, unread: number): void {
  const t = useT();
  useEffect(() => {
    const name = title ? `${title} · Hooktap` : 'Hooktap';
    document.title = unread > 0 ? `(${t.number(unread)}) ${name}` : name;
  }, [title, unread, t]);
  const has = unread > 0;
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = has ? '/icon-unread.svg' : '/icon.svg';
  }, [has]);
}
