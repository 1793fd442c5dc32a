import type { EventVerification } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { pt } from '../messages/pt.ts';
import { english, spokenOf, translateInto } from '../messages/translate.ts';
import { ageWords, changeOfVerdict, sharedStart, signatureStory, webAddress } from './signature-words.ts';

const at = '2026-11-21T14:32:00.000Z';
const base: EventVerification = {
  eventId: 'evt_01kbj4q8w2ke0000000000v9d1' as EventVerification['eventId'],
  endpoint: 'stripe',
  provider: 'stripe',
  providerReason: 'It has Stripe-Signature.',
  kept: { verdict: 'invalid', reason: 'No secret matches.', scheme: 'stripe-v1' },
  verification: { verdict: 'invalid', reason: 'No secret matches.', scheme: 'stripe-v1' },
  secrets: 1,
  steps: [],
  findings: [],
  tried: [],
  fixes: [],
  handler: null,
};
const wrongSecret = {
  code: 'other-endpoint',
  certain: true,
  title: 'It was signed with the secret of endpoint connect.',
  detail: 'With that one it verifies.',
  todo: 'Add it to endpoint stripe.',
};

test('an invalid one is told by the doctor’s first finding', () => {
  const story = signatureStory({ ...base, findings: [wrongSecret] }, english);
  expect(story).toMatchObject({
    tone: 'bad',
    said: { words: wrongSecret.title },
    todo: { words: wrongSecret.todo },
  });
});

test('where nothing explains it, that is said', () => {
  const { said, detail, todo } = signatureStory(base, english);
  expect(said.words).toBe('No secret matches.');
  expect(detail?.words).toContain('a secret that is not set here');
  expect(todo).toBeNull();
});

test('an unchecked one says what is missing', () => {
  const verification = { verdict: 'unchecked', reason: 'No secret is set for this endpoint.' } as const;
  const steps = [{ scheme: 'stripe-v1' }] as unknown as EventVerification['steps'];
  const story = signatureStory({ ...base, verification, secrets: 0, steps }, english);
  expect(story).toMatchObject({ tone: 'quiet', detail: { words: verification.reason } });
  expect(story.todo?.words).toBe(
    'Set HOOKTAP_SECRET_STRIPE in the environment, or the secrets of endpoint stripe in the config file.',
  );
});

test('reasons and findings with a code are said in the language of the screen, the others in Hooktap’s English', () => {
  const portuguese = translateInto('pt', spokenOf(pt));
  const found = { ...wrongSecret, code: 'other-endpoint-secret' };
  const { said, detail, todo } = signatureStory({ ...base, findings: [found] }, portuguese);
  expect(said).toEqual({ words: 'Está assinada com o segredo de outro endpoint', lang: undefined });
  expect(detail).toEqual({ words: wrongSecret.detail, lang: 'en' });
  expect(todo?.lang).toBeUndefined();
  const verification = { ...base.verification, code: 'mismatch' };
  expect(signatureStory({ ...base, verification }, portuguese).said.lang).toBeUndefined();
  for (const code of [undefined, 'of-tomorrow', 'constructor']) {
    const of = { ...base.verification, ...(code !== undefined && { code }) };
    expect(signatureStory({ ...base, verification: of }, portuguese).said).toEqual({
      words: 'No secret matches.',
      lang: 'en',
    });
  }
});

test('a verdict that has changed since is told', () => {
  expect(changeOfVerdict(base, english)).toEqual([]);
  const now = { ...base, verification: { verdict: 'valid' } as const };
  expect(changeOfVerdict(now, english).map(({ words }) => words)).toEqual([
    'When it came it was invalid.',
    'No secret matches.',
    'With the secrets that are set now it is valid.',
  ]);
});

test.each([
  ['2026-11-21T14:31:58.000Z', 'signed 2 s before it came'],
  ['2026-11-21T14:32:00.400Z', 'signed as it came'],
  ['2026-11-21T14:37:00.000Z', 'signed 5 min after it came'],
])('the age of a signature of %s', (signedAt, words) => {
  expect(ageWords({ signedAt, receivedAt: at, problem: null }, english)).toBe(words);
});

test('signatures are compared from the start, links are those of the web', () => {
  expect(sharedStart('abcd', 'abxd')).toBe(2);
  expect(webAddress('https://docs.stripe.com')).toBe('https://docs.stripe.com');
  expect(webAddress('javascript:alert(1)')).toBeUndefined();
});
