import { type PointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * Tells whether the reader's hand is on a list: scrolled away, under the mouse, or walked with the keyboard. It may say
 * the same again.
 */
export function useHand(
  scroller: RefObject<HTMLElement | null>,
  hasSelection: boolean,
  onHand: (isOn: boolean) => void,
) {
  const isHovered = useRef(false);
  const isWalked = useRef(false);
  const selection = useRef(hasSelection);
  selection.current = hasSelection;
  const settle = useCallback(() => {
    const isAway = (scroller.current?.scrollTop ?? 0) > 4;
    onHand(isAway || isHovered.current || (isWalked.current && selection.current));
  }, [scroller, onHand]);
  useEffect(() => {
    if (hasSelection) settle();
  }, [hasSelection, settle]);
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
