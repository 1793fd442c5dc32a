import { area } from '../message.ts';

/** Notices of the browser, asked for by the person. */
export const notices = area('notices', {
  label: 'Notifications',
  about: 'Notify me of',
  off: 'Nothing',
  failures: 'Failed deliveries',
  all: 'Every new event',
  view: 'Events of “{name}”',
  sound: 'With a soft sound',
  refused: 'The browser does not allow notifications of this page. Its settings for this address can.',
  away: 'Only while this tab is not in front.',
  failed: {
    one: '{count} delivery failed',
    other: '{count} deliveries failed',
  },
  arrived: {
    one: '{count} new event',
    other: '{count} new events',
  },
  more: {
    one: 'and {count} more',
    other: 'and {count} more',
  },
});
