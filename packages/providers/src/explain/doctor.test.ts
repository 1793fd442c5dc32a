import { expect, test } from 'vitest';
import { doctor } from './doctor.ts';

test('a span of days has its word in English, and is short in codes', () => {
  expect(doctor.sentence('stale', { span: '2 d' })).toEqual({
    message: 'It was sent 2 days after it arrived.',
    parts: [{ code: 'stale', values: { span: '2 d' } }],
  });
  expect(doctor.sentence('stale', { span: '45 s' }).message).toBe('It was sent 45 s after it arrived.');
});
