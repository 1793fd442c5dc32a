import { recognitionWords } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { pt } from '../messages/pt.ts';
import { english, spokenOf, translateInto } from '../messages/translate.ts';
import { providerReason } from './provider-reason.ts';

const portuguese = translateInto('pt', spokenOf(pt));

test('why it is a provider’s is said in the language of the screen, with what the endpoint names', () => {
  for (const said of recognitionWords) {
    expect(providerReason(said, portuguese)).not.toBe(said);
    expect(providerReason(said, english)).toBe(said);
  }
  const both = 'The endpoint names Zavu. It looks like stripe, though: It has a Stripe-Signature header.';
  expect(providerReason(both, portuguese)).toBe(
    'O endpoint nomeia Zavu. Mas parece ser de stripe: Tem um cabeçalho Stripe-Signature.',
  );
  expect(providerReason("The body's type is X, with Z-API's own fields.", portuguese)).toContain('é X');
  expect(providerReason('A pack of somebody else.', portuguese)).toBe('A pack of somebody else.');
});
