import type { ThreadSummary } from '@hooktap/protocol';
import { counted } from '../format/measures.ts';

/** `2 messages: 1 read, 1 failed`; null where it is about no message. */
export function messagesInWords({
  messages,
  statuses,
}: Pick<ThreadSummary, 'messages' | 'statuses'>): string | null {
  if (messages === 0) return null;
  const ends = Object.entries(statuses).map(([status, count]) => `${count} ${status}`);
  if (ends.length === 0) return counted(messages, 'message');
  return `${counted(messages, 'message')}: ${ends.join(', ')}`;
}
