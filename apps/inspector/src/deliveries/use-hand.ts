import { type PointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react';

/** Tells whether the reader's hand is on a list: scrolled away, under the mouse, or walked with the keyboard. */
export function useHand(
  scroller: RefObject<HTMLElement | null>,
  hasSelection: boolean,
  onHand: (isOn: boolean) => void,
) {
  const isHovered = useRef(false);
  const isWalked = useRef(false);
  const was = useRef(false);
  const settle = useCallback(() => {
    const isAway = (scroller.current?.scrollTop ?? 0) > 4;
    const isOn = isAway || isHovered.current || (isWalked.current && hasSelection);
    if (isOn === was.current) return;
    was.current = isOn;
    onHand(isOn);
  }, [scroller, hasSelection, onHand]);
  useEffect(settle, [settle]);
  return {
    onScroll: settle,
    onPointerEnter: (pointer: PointerEvent) => {
      isHovered.current = pointer.pointerType === 'mouse';
      settle();
    },
    onPointerLeave: () => {
      isHovered.current = false;
      settle();
    },
    onFocus: () => {
      isWalked.current = scroller.current?.matches(':focus-visible') ?? false;
      settle();
    },
    onBlur: () => {
      isWalked.current = false;
      settle();
    },
  };
}
