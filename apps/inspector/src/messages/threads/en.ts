import { area } from '../message.ts';

/** Messages and conversations. What was irregular is said by the server, in English. */
export const threads = area('threads', {
  title: 'Threads',
  thread: 'Thread',
  filter: 'Filter threads by their events',
  noneYet: 'No thread yet.',
  noneFound: 'No event of a thread matches.',
  how: 'Events of one message or conversation are put together by the ids that Zavu, VZaps, Z-API, Meta and others give them.',
  play: 'Play a conversation',
  cut: {
    one: 'Of the {count} newest event; search for older ones.',
    other: 'Of the {count} newest events; search for older ones.',
  },
  inIt: {
    one: '{count} event in it',
    other: '{count} events in it',
  },
  messages: {
    one: '{count} message',
    other: '{count} messages',
  },
  message: 'Message {id}',
  onlyNewest: 'Only the newest of its events are shown.',
  troubles: {
    one: '{count} irregularity',
    other: '{count} irregularities',
  },
  word: {
    twice: 'came again',
    late: 'out of order',
    missing: 'did not come',
  },
  here: 'this event',
});
