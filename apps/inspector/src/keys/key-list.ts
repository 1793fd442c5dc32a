import { keys } from '../messages/keys/en.ts';
import type { Message } from '../messages/message.ts';
import { paletteKey, saveKey, sendKey } from './command-keys.ts';

type Key = readonly [pressed: readonly string[], does: Message<string>];

/** Every key and what it does, by where it does it; the sheet shows them, use-keys.ts makes them work. */
export const keyList: readonly (readonly [where: Message<string>, its: readonly Key[]])[] = [
  [
    keys.where.everywhere,
    [
      [[paletteKey], keys.any],
      [['T'], keys.trigger],
      [['G', 'E'], keys.events],
      [['G', 'D'], keys.deliveries],
      [['G', 'H'], keys.threads],
      [['G', 'F'], keys.drift],
      [['G', 'N'], keys.endpoints],
      [['G', 'R'], keys.replays],
      [['G', 'U'], keys.tunnel],
      [['G', 'P'], keys.registrations],
      [['Z'], keys.undo],
      [['Esc'], keys.out],
      [['?'], keys.these],
    ],
  ],
  [
    keys.where.events,
    [
      [['J', 'K'], keys.move],
      [['↵'], keys.into],
      [['←', '→'], keys.fold],
      [['/'], keys.filter],
      [['V'], keys.views],
      [['R'], keys.replay],
      [['E'], keys.edit],
      [['Y'], keys.curl],
      [['C'], keys.compare],
      [['P'], keys.pin],
      [['N'], keys.note],
      [['X'], keys.select],
      [['⇧ J', '⇧ K'], keys.selectOn],
      [['⌫'], keys.delete],
      [['1', '…', '6'], keys.tabs],
      [['[', ']'], keys.thread],
    ],
  ],
  [
    keys.where.editor,
    [
      [[sendKey, 'R'], keys.send],
      [[saveKey], keys.save],
      [['D'], keys.diff],
    ],
  ],
  [
    keys.where.compare,
    [
      [['N', '⇧ N'], keys.difference],
      [['X'], keys.swap],
    ],
  ],
  [
    keys.where.log,
    [
      [['R'], keys.retry],
      [['S'], keys.stop],
      [['O'], keys.openEvent],
      [['E'], keys.edit],
    ],
  ],
  [
    keys.where.endpoints,
    [
      [['P'], keys.pause],
      [['H'], keys.hold],
      [['B'], keys.breakpoint],
      [['E'], keys.editEndpoint],
      [['N'], keys.newEndpoint],
    ],
  ],
];
