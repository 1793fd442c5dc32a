import { type PointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import { useLive } from '../state/Live.tsx';

/** Holds arrivals back while the list is scrolled away, under the mouse, or walked with the keyboard. */
export function useHolding(scroller: RefObject<HTMLElement | null>, hasSelection: boolean) {
  const { dispatch } = useLive();
  const isHovered = useRef(false);
  const isWalked = useRef(false);
  const selection = useRef(hasSelection);
  selection.current = hasSelection;

  const settle = useCallback(() => {
    const isAway = (scroller.current?.scrollTop ?? 0) > 4;
    const holding = isAway || isHovered.current || (isWalked.current && selection.current);
    if (holding) dispatch({ type: 'hold', holding: true });
    else dispatch({ type: 'show-arrivals' });
  }, [dispatch, scroller]);
  useEffect(() => {
    if (hasSelection) settle();
  }, [hasSelection, settle]);
  useEffect(() => () => dispatch({ type: 'hold', holding: false }), [dispatch]);

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
