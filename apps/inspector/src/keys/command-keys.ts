const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The key that sends from within a field, as this machine's keyboard has it. */
export const sendKey = isApple ? '⌘↵' : 'Ctrl ↵';

/** The key that saves, in the editor. */
export const saveKey = isApple ? '⌘S' : 'Ctrl S';

/** The key of the command palette. */
export const paletteKey = isApple ? '⌘K' : 'Ctrl K';
