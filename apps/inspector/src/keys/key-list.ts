import { keys } from '../messages/keys/en.ts';
import type { Message } from '../messages/message.ts';
import { paletteKey, sendKey } from './command-keys.ts';

/** Every key and what it does; the sheet shows them, use-keys.ts makes them work. */
export const keyList: readonly (readonly [pressed: readonly string[], does: Message<string>])[] = [
  [['J', 'K'], keys.move],
  [['↵'], keys.into],
  [['/'], keys.filter],
  [['V'], keys.views],
  [[paletteKey], keys.any],
  [['R'], keys.replay],
  [['E'], keys.edit],
  [[sendKey], keys.send],
  [['Y'], keys.curl],
  [['C'], keys.compare],
  [['P'], keys.pin],
  [['N'], keys.note],
  [['X'], keys.select],
  [['⇧ J', '⇧ K'], keys.selectOn],
  [['⌫'], keys.delete],
  [['Z'], keys.undo],
  [['1', '…', '6'], keys.tabs],
  [['G', 'E'], keys.events],
  [['G', 'D'], keys.deliveries],
  [['G', 'H'], keys.threads],
  [['G', 'F'], keys.drift],
  [['G', 'N'], keys.endpoints],
  [['T'], keys.trigger],
  [['G', 'R'], keys.replays],
  [['G', 'U'], keys.tunnel],
  [['G', 'P'], keys.registrations],
  [['[', ']'], keys.thread],
  [['N', '⇧ N', 'X'], keys.inCompare],
  [['R', 'S', 'O', 'E'], keys.log],
  [['P', 'H', 'B', 'E', 'N'], keys.endpointKeys],
  [['Esc'], keys.out],
  [['?'], keys.these],
];
