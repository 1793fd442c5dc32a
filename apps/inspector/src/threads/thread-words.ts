import type { ThreadSummary } from '@hooktap/protocol';
import { threads } from '../messages/threads/en.ts';
import type { Translate } from '../messages/translate.ts';

/** `2 messages: 1 read, 1 failed`; null where it is about no message. */
export function messagesInWords(
  { messages, statuses }: Pick<ThreadSummary, 'messages' | 'statuses'>,
  t: Translate,
): string | null {
  if (messages === 0) return null;
  const ends = Object.entries(statuses).map(([status, count]) => `${count} ${status}`);
  const many = t(threads.messages, { count: messages });
  return ends.length === 0 ? many : `${many}: ${ends.join(', ')}`;
}
