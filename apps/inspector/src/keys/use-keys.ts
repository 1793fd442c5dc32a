import { useEffect, useRef } from 'react';

export type KeyActions = Readonly<Record<string, (() => void) | undefined>>;

function isTyping(event: KeyboardEvent): boolean {
  // The editor lives in a shadow root: the event's own target would be its host.
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input, textarea, select, [role="menuitem"], [role="menuitemradio"]'))
  );
}

/** Single keys of the whole page, by their name. None acts while someone types or a menu is open. */
export function useKeys(actions: KeyActions): void {
  const live = useRef(actions);
  live.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.isComposing)
        return;
      if (isTyping(event) || document.querySelector('dialog[open], [role="menu"]')) return;
      const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (event.repeat && name !== 'j' && name !== 'k') return;
      const action = live.current[name];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
