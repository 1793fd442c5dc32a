import { paletteKey, sendKey } from './command-keys.ts';

/** Every key and what it does; the sheet shows them, use-keys.ts makes them work. */
export const keyList: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['J', 'K'], 'Next event, the one before'],
  [['↵'], 'Into the event'],
  [['/'], 'Filter'],
  [[paletteKey], 'Any command'],
  [['R'], 'Replay as captured'],
  [['E'], 'Edit and replay'],
  [[sendKey], 'Send, in the editor'],
  [['Y'], 'Copy as curl'],
  [['C'], 'Compare the last two attempts, or two selected events'],
  [['P'], 'Pin or unpin'],
  [['X'], 'Select, for several at once'],
  [['⇧ J', '⇧ K'], 'Select on the way'],
  [['⌫'], 'Delete'],
  [['Z'], 'Undo the deletion'],
  [['1', '…', '6'], 'Tabs of the event'],
  [['G', 'E'], 'To the events'],
  [['G', 'D'], 'To the deliveries'],
  [['G', 'N'], 'To the endpoints'],
  [['G', 'R'], 'To the replays'],
  [['R', 'S', 'O'], 'Retry, stop, open the event, in the delivery log'],
  [['P', 'H', 'B'], 'Pause, hold, breakpoint, in the endpoints'],
  [['Esc'], 'One step out'],
  [['?'], 'These keys'],
];
