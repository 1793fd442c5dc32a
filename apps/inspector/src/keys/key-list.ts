import { sendKey } from './send-key.ts';

/** Every key and what it does; the sheet shows them, use-keys.ts makes them work. */
export const keyList: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['J', 'K'], 'Next event, the one before'],
  [['↵'], 'Into the event'],
  [['/'], 'Filter'],
  [['R'], 'Replay as captured'],
  [['E'], 'Edit and replay'],
  [[sendKey], 'Send, in the editor'],
  [['P'], 'Pin or unpin'],
  [['⌫'], 'Delete'],
  [['Z'], 'Undo the deletion'],
  [['1', '2', '3', '4'], 'Tabs of the event'],
  [['Esc'], 'One step out'],
  [['?'], 'These keys'],
];
