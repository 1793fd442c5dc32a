import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows outside the window that are kept ready on either side. */
const AROUND = 12;
/** On paper there is no window; a body that takes more pages than this is better downloaded. */
const PRINTED_AT_MOST = 3000;

export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.documentElement;
}

function windowOf(element: HTMLElement, scroller: HTMLElement, count: number, height: number): RowWindow {
  if (window.matchMedia('print').matches) return { first: 0, end: Math.min(count, PRINTED_AT_MOST) };
  const { top } = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const first = Math.floor((frame.top - top) / height) - AROUND;
  const end = Math.ceil((frame.bottom - top) / height) + AROUND;
  // In steps, so that scrolling a few pixels changes nothing.
  const stepped = Math.floor(first / AROUND) * AROUND;
  return {
    first: Math.min(Math.max(0, stepped), count),
    end: Math.min(count, Math.ceil(end / AROUND) * AROUND),
  };
}

/** Which of `count` rows of a fixed height are in sight of whatever scrolls around `element`. */
export function useRowWindow(
  element: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): RowWindow {
  const [shown, setShown] = useState<RowWindow>({ first: 0, end: Math.min(count, 60) });
  useLayoutEffect(() => {
    const canvas = element.current;
    if (!canvas) return;
    const scroller = scrollerOf(canvas);
    const look = () => {
      const next = windowOf(canvas, scroller, count, height);
      setShown((before) => (before.first === next.first && before.end === next.end ? before : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    observer.observe(canvas);
    scroller.addEventListener('scroll', look, { passive: true });
    const paper = window.matchMedia('print');
    // The browser lays the page out for paper as soon as it has told of it.
    const lookNow = () => flushSync(look);
    paper.addEventListener('change', lookNow);
    return () => {
      observer.disconnect();
      paper.removeEventListener('change', lookNow);
      scroller.removeEventListener('scroll', look);
    };
  }, [element, count, height]);
  return { first: Math.min(shown.first, count), end: Math.min(shown.end, count) };
}

/** Brings a row into sight, if it is not. */
export function showRow(element: HTMLElement, row: number, height: number): void {
  const scroller = scrollerOf(element);
  const frame = scroller.getBoundingClientRect();
  const top = element.getBoundingClientRect().top + row * height;
  if (top >= frame.top + 80 && top + height <= frame.bottom - 24) return;
  scroller.scrollTop += top - frame.top - frame.height / 3;
}

/** How many cells of the fixed-width font fit into the element, less what `taken` pixels hold. */
export function useCells(element: RefObject<HTMLElement | null>, taken: number): number {
  const [cells, setCells] = useState(0);
  useEffect(() => {
    const box = element.current;
    if (!box) return;
    const measure = () => {
      const probe = document.createElement('span');
      probe.textContent = '0'.repeat(50);
      probe.className = 'cell-probe';
      box.append(probe);
      const wide = probe.getBoundingClientRect().width / 50;
      probe.remove();
      if (wide > 0) setCells(Math.max(16, Math.floor((box.clientWidth - taken) / wide)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    void document.fonts.ready.then(measure);
    return () => observer.disconnect();
  }, [element, taken]);
  return cells;
}
