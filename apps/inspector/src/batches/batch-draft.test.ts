import { BatchRequest } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import { problemsOf, readDraft, usualDraft } from './batch-draft.ts';

const choice = { q: 'status:failed' };

test('an untouched dialog asks for the usual', () => {
  expect(readDraft(choice, usualDraft, english)).toEqual({
    ok: true,
    request: { q: 'status:failed', pace: 'handler', order: 'original', stopOnFailure: false },
  });
});

test('what is asked for is what the API takes', () => {
  const reading = readDraft(
    choice,
    {
      ...usualDraft,
      pace: 'rate',
      rate: '2.5',
      order: 'newest-first',
      stopOnFailure: true,
      target: ' http://localhost:4000 ',
      chaos: true,
      seed: '42',
      drop: '5',
      delay: '500ms',
      burst: '10',
    },
    english,
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  expect(BatchRequest.parse(reading.request)).toEqual({
    q: 'status:failed',
    pace: { rate: 2.5 },
    order: 'newest-first',
    stopOnFailure: true,
    target: 'http://localhost:4000',
    chaos: { seed: 42, duplicate: 0.1, drop: 0.05, reorder: 5, delay: '500ms', burst: 10 },
  });
});

test('each wrong field is named, and only those that count', () => {
  const wrong = {
    ...usualDraft,
    rate: '0',
    speed: 'x',
    target: 'localhost',
    seed: '1.5',
    drop: '101',
    delay: '5',
  };
  expect(readDraft(choice, wrong, english)).toEqual({ ok: false, problems: { target: expect.any(String) } });
  const all = readDraft(choice, { ...wrong, pace: 'speed', chaos: true }, english);
  expect(all.ok ? [] : Object.keys(all.problems).sort()).toEqual([
    'delay',
    'drop',
    'seed',
    'speed',
    'target',
  ]);
  expect(readDraft(choice, { ...usualDraft, pace: 'rate', rate: '' }, english)).toMatchObject({ ok: false });
});

test('problems of the API stand at their fields', () => {
  const errors = [
    { path: 'chaos.burst', message: 'too few' },
    { path: 'target', message: 'no such host' },
    { path: 'elsewhere', message: '?' },
  ];
  expect(problemsOf(errors)).toEqual({ burst: 'too few', target: 'no such host' });
});
