import { EventId } from '@hooktap/protocol';
import { type MouseEvent, type PointerEvent, useMemo, useRef } from 'react';

/** The event of the row that an element is in. */
export function eventOfRow(target: EventTarget): EventId | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-event]') : null;
  return EventId.safeParse(row?.dataset['event']).data ?? null;
}

/**
 * Which event a click in the list, or a long press, is for: the one under the pointer when it went down. A finger holds
 * no arrival back, and by the time it is lifted another event may stand in the row.
 */
export function usePressed() {
  const pressed = useRef<EventId | null>(null);
  const isFinger = useRef(false);
  return useMemo(() => {
    // Each press counts once: what a screen reader or a script clicks next had no pointer.
    const take = () => {
      const id = pressed.current;
      pressed.current = null;
      return id;
    };
    return {
      onPointerDown({ target, pointerType }: PointerEvent) {
        pressed.current = eventOfRow(target);
        isFinger.current = pointerType === 'touch';
      },
      /** A click without a pointer, of a screen reader, is for the row as it stands. */
      of(click: MouseEvent, under: EventId) {
        const id = take();
        return (click.detail > 0 && id) || under;
      },
      ofMenu(target: EventTarget) {
        const id = take();
        return (isFinger.current && id) || eventOfRow(target);
      },
    };
  }, []);
}
