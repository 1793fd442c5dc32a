import type { ProviderDetail } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { asSaid, ours } from '../messages/said.ts';
import { eventTypeOf, samplesOf } from './samples-of.ts';

const provider = {
  eventTypes: [
    {
      name: 'message.inbound',
      says: 'A message came in.',
      samples: ['message.inbound', 'message.inbound:image'],
    },
    { name: 'sender.undocumented', says: 'Nobody knows.', samples: [] },
  ],
  scenarios: [{ name: 'conversation', says: 'From queued to read.', steps: [] }],
} as unknown as ProviderDetail;
const names = (typed: string) => samplesOf(provider, typed, asSaid).map(({ name }) => name);

test('scenarios and samples are listed, by every word that is typed', () => {
  expect(names('')).toEqual(['conversation', 'message.inbound', 'message.inbound:image']);
  expect(names('CAME image')).toEqual(['message.inbound:image']);
  expect(names('queued')).toEqual(['conversation']);
});

test('what is typed is looked for in the words that stand there', () => {
  const packSays = (says: string) =>
    says === 'A message came in.' ? ours('Chegou uma mensagem.') : asSaid(says);
  const found = (typed: string) => samplesOf(provider, typed, packSays).map(({ says }) => says);
  expect(found('chegou image')).toEqual([{ words: 'Chegou uma mensagem.', lang: undefined }]);
  expect(found('came')).toEqual([]);
  expect(found('queued')).toEqual([{ words: 'From queued to read.', lang: 'en' }]);
});

test('a sample is of an event type', () => {
  expect(eventTypeOf(provider, 'message.inbound:image')?.name).toBe('message.inbound');
});
