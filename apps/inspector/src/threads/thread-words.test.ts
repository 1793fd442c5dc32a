import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import { messagesInWords } from './thread-words.ts';

test.each([
  [{ messages: 0, statuses: {} }, null],
  [{ messages: 1, statuses: { read: 1 } }, '1 message: 1 read'],
  [{ messages: 3, statuses: { delivered: 2, failed: 1 } }, '3 messages: 2 delivered, 1 failed'],
])('%o', (summary, words) => {
  expect(messagesInWords(summary, english)).toBe(words);
});
