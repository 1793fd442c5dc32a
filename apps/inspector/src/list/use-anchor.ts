import { type RefObject, useLayoutEffect, useRef } from 'react';

interface AnchorOf {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Of the rows from the first on; anything that stays with a row. */
  readonly keys: readonly string[];
  readonly rowHeight: number;
  readonly isOn: boolean;
}

/** Keeps the first row in sight where it stands, when rows above it come or go. */
export function useAnchor({ scroller, keys, rowHeight, isOn }: AnchorOf) {
  const anchor = useRef<{ readonly key: string; readonly above: number } | null>(null);
  const note = () => {
    const top = scroller.current?.scrollTop ?? 0;
    const first = Math.ceil(top / rowHeight);
    const key = keys[first];
    anchor.current = top > 4 && key !== undefined ? { key, above: first * rowHeight - top } : null;
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!isOn || !element || !anchor.current) return;
    const index = keys.indexOf(anchor.current.key);
    if (index >= 0) element.scrollTop = index * rowHeight - anchor.current.above;
  }, [keys]);
  return note;
}
