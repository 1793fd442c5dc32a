import { EventId } from '@hooktap/protocol';
import { type MouseEvent, type PointerEvent, useMemo, useRef } from 'react';

/** The event of the row that an element is in. */
export function eventOfRow(target: EventTarget): EventId | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-event]') : null;
  return EventId.safeParse(row?.dataset['event']).data ?? null;
}

/**
 * Which event a click in the list is for: the one under the pointer when it went down. A finger holds no arrival back, and
 * by the time it is lifted another event may stand in the row.
 */
export function usePressed() {
  const pressed = useRef<EventId | null>(null);
  return useMemo(
    () => ({
      onPointerDown({ target }: PointerEvent) {
        pressed.current = eventOfRow(target);
      },
      /** A click without a pointer, of a screen reader, is for the row as it stands. */
      of: (click: MouseEvent, under: EventId) => (click.detail > 0 && pressed.current) || under,
    }),
    [],
  );
}
