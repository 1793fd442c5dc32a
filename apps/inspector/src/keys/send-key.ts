/** The key that sends from within a field, as this machine's keyboard has it. */
export const sendKey = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘↵' : 'Ctrl ↵';
