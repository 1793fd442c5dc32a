import { registrationWords } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { createCatalog } from './catalog.ts';

const every = { sender: 'snd_1', project: 'yes', v2: 'yes', urls: 'sms,voice' };

test('what the packs say of registering is what a screen knows in other languages, and nothing else is', () => {
  const said = createCatalog().packs.flatMap(({ registration }) => {
    if (!registration) return [];
    const slots = registration.slots(every);
    return [
      ...registration.asks.map(({ says }) => says),
      ...slots.map(({ says }) => says),
      ...slots.flatMap(({ cannotRestore }) => cannotRestore ?? []),
      ...registration.warnings,
    ];
  });
  expect([...new Set(said)].sort()).toEqual([...registrationWords].sort());
});
