import { area } from '../message.ts';

/** What is said all over the screen: buttons of dialogs, copying, numbers of things, times. */
export const parts = area('parts', {
  cancel: 'Cancel',
  close: 'Close',
  closeWithKey: 'Close (Esc)',
  copy: {
    button: 'Copy',
    done: 'Copied',
    refused: 'The browser refused to copy.',
    what: 'Copy {what}',
  },
  more: {
    one: '{count} more character',
    other: '{count} more characters',
  },
  showAll: 'Show all',
  showLess: 'Show the beginning only',
  events: {
    one: '{count} event',
    other: '{count} events',
  },
  time: {
    ago: '{span} ago',
    now: 'just now',
  },
  noAnswer: 'Hooktap did not answer.',
  noAnswerTryAgain: 'Hooktap did not answer. Try again.',
  inspector: 'Hooktap inspector',
});
