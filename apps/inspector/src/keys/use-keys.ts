import { useLayoutEffect, useRef } from 'react';

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

/** `j`, `J` with Shift, `mod+k` with Ctrl or Command, `Escape`. */
function nameOf(event: KeyboardEvent): string {
  if (event.metaKey || event.ctrlKey) return `mod+${event.key.toLowerCase()}`;
  if (event.key.length > 1) return event.key;
  return event.shiftKey ? event.key : event.key.toLowerCase();
}

/** How long the second key of a pair such as `g d` may take. */
const PAIR_MS = 1500;

let pressed = { name: '', at: Number.NEGATIVE_INFINITY };
let previous = pressed;

/** Whether a `g` came just before; every listener asks, and is told the same of one key press. */
function isSecond({ timeStamp: at }: KeyboardEvent, name: string): boolean {
  if (pressed.at !== at) [previous, pressed] = [pressed, { name, at }];
  return previous.name === 'g' && at - previous.at < PAIR_MS;
}

const standing = new Set<{ readonly current: KeyActions }>();

/** What a key does on the screen as it stands, for who asks for it by another way; undefined where that is nothing. */
export function actionOfKey(name: string): (() => void) | undefined {
  for (const { current } of standing) if (current[name]) return current[name];
  return undefined;
}

/** Single keys of the whole page, by their name, or two one after the other. None acts while someone types or a menu is open. */
export function useKeys(actions: KeyActions): void {
  const live = useRef(actions);
  live.current = actions;
  // With what is drawn: a key may come before anything else is done.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      if (document.querySelector('dialog[open], [role="menu"]')) return;
      const withCommand = event.metaKey || event.ctrlKey;
      if (!withCommand && isTyping(event)) return;
      const name = nameOf(event);
      if (event.repeat && !/^[jk]$/i.test(name)) return;
      const action = isSecond(event, name)
        ? live.current[`g ${name}`]
        : (live.current[name] ?? live.current[name.toLowerCase()]);
      if (!action) return;
      event.preventDefault();
      action();
    };
    standing.add(live);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      standing.delete(live);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
