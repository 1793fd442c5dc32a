import { expect, it } from 'vitest';
import { builtInPacks } from './built-in-packs.ts';
import { otherHandshakes } from './handshakes/other-handshakes.ts';
import { otherHandshakeNames, providerNames } from './names.ts';

it('the names that are known without the packs are those of the packs and handshakes', () => {
  expect(builtInPacks.map(({ name }) => name)).toEqual(providerNames);
  expect(otherHandshakes.map(({ name }) => name)).toEqual(otherHandshakeNames);
});
