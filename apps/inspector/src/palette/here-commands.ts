import type { Address } from '../address/address.ts';
import { keyList } from '../keys/key-list.ts';
import { actionOfKey } from '../keys/use-keys.ts';
import { keys } from '../messages/keys/en.ts';
import type { PaletteCommand, Standing } from './palette-command.ts';

/** The part of the sheet of keys that is about what is shown. */
function placeOf({ panel, editing, compare }: Address) {
  if (panel === 'deliveries') return keys.where.log;
  if (panel === 'endpoints') return keys.where.endpoints;
  if (panel !== 'events') return null;
  return compare !== null ? keys.where.compare : editing ? keys.where.editor : null;
}

/** What single keys do in the panel that is shown, as far as they do anything now. */
export function hereCommands({ address, t }: Standing): readonly PaletteCommand[] {
  const place = placeOf(address);
  const lines = keyList.find(([where]) => where === place)?.[1] ?? [];
  return lines.flatMap(([pressed, does]): PaletteCommand[] => {
    const key = pressed.find((one) => /^[A-Z]$/.test(one));
    const run = key && actionOfKey(key.toLowerCase());
    return run ? [{ group: 'here', label: t(does), icon: 'right', shortcut: key, run }] : [];
  });
}
