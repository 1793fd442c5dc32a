import { useEffect, useRef } from 'react';
import { goTo } from '../address/use-address.ts';
import { useHooktap } from '../connection/hooktap.ts';
import { visibleLine } from '../format/visible-text.ts';
import { useView } from '../layout/view-settings.ts';
import { titleOf } from '../list/subject-of.ts';
import { notices } from '../messages/notices/en.ts';
import { useT } from '../messages/use-t.ts';
import { useStreamChanges } from '../state/stream-changes.ts';
import { dueIn, type Happened, happenedIn, nothing, type Wish } from './due-notice.ts';
import { playTone } from './soft-tone.ts';

const isAway = () => document.hidden || !document.hasFocus();
const TOLD_AT_MOST = 2000;

/** Tells through the browser what a person has asked to be told of, only while this tab is not in front. */
export function useNotices(): void {
  const t = useT();
  const hooktap = useHooktap();
  const { notices: wish, noticeSound } = useView();
  const since = useRef<Happened>(nothing);
  const told = useRef(new Set<string>());
  const last = useRef(Number.NEGATIVE_INFINITY);
  const seq = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const tell = async (wished: Wish) => {
    timer.current = undefined;
    const happened = since.current;
    since.current = nothing;
    if (!isAway() || typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
    last.current = Date.now();
    const q = wished.kind === 'failures' ? 'status:failed' : wished.kind === 'view' ? wished.q : '';
    const page = await hooktap.events({ q, limit: 20 }).catch(() => null);
    const fresh = page?.items.filter((item) => wished.kind === 'failures' || item.seq > seq.current) ?? [];
    seq.current = page?.seq ?? seq.current;
    const [newest] = fresh;
    if (!newest) return;
    const count = wished.kind === 'failures' ? happened.failed : fresh.length;
    const title = t(wished.kind === 'failures' ? notices.failed : notices.arrived, { count });
    const rest = count > 1 ? `, ${t(notices.more, { count: count - 1 })}` : '';
    // The same tag: one takes the place of the other.
    const shown = new Notification(title, {
      body: `${visibleLine(titleOf(newest))}${rest}`.slice(0, 200),
      tag: 'hooktap',
      icon: '/icon.svg',
      silent: true,
    });
    shown.onclick = () => {
      window.focus();
      goTo({ eventId: newest.id });
      shown.close();
    };
    if (noticeSound) playTone();
  };

  useStreamChanges((changes) => {
    if (wish.kind === 'off') return;
    // What was there before is nothing new.
    if (seq.current === 0) seq.current = (changes[0]?.seq ?? 1) - 1;
    if (!isAway()) {
      since.current = nothing;
      seq.current = changes.at(-1)?.seq ?? seq.current;
      return;
    }
    const happened = happenedIn(changes, told.current);
    for (const id of happened.failures) told.current.add(id);
    if (told.current.size > TOLD_AT_MOST) told.current = new Set(happened.failures);
    since.current = {
      arrived: since.current.arrived + happened.arrived,
      failed: since.current.failed + happened.failed,
    };
    if (timer.current !== undefined) return;
    const wait = dueIn(wish, since.current, last.current, Date.now());
    // A moment at least: what comes together is told together.
    if (wait !== null) timer.current = setTimeout(() => void tell(wish), Math.max(wait, 400));
  });
}
