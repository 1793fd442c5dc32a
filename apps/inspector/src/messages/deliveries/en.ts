import { area } from '../message.ts';

/** The delivery log, and what a person does with deliveries. */
export const deliveries = area('deliveries', {
  title: 'Delivery',
  label: 'Deliveries',
  choose: 'Choose a delivery to see where it stands and what its attempts came to.',
  gone: 'This delivery is not kept any more: its event was deleted, or newer ones took its place.',
  back: 'Back to the log',
  openEvent: 'Open event',
  id: 'delivery id',
  eventBody: 'Event body',
  filter: 'Filter deliveries',
  status: 'Status',
  all: 'All',
  chip: {
    failed: 'Failed',
    retrying: 'Retrying',
    held: 'Held',
    pending: 'Pending',
    succeeded: 'Succeeded',
    cancelled: 'Cancelled',
  },
  new: {
    one: '{count} new',
    other: '{count} new',
  },
  none: {
    yet: 'Nothing was delivered yet. Each event that goes to a target has its line here.',
    status: 'No delivery is {status}.',
    query: 'No delivery matches {q}.',
    both: 'No delivery is {status} and matches {q}.',
  },
  retryMany: 'Retry {count}…',
  releaseMany: 'Let go {count}…',
  cancelMany: 'Cancel {count}…',
  cancelWhy: 'Ends what is open of them',
  verb: {
    release: 'Let go',
    edit: 'Edit…',
    answer: 'Answer…',
    retry: 'Retry',
    retryNow: 'Retry now',
    cancel: 'Cancel',
    stop: 'Stop retrying',
  },
  said: {
    retry: 'Trying again.',
    cancel: 'Cancelled.',
    release: 'Let go.',
    answer: 'Answered.',
    retryAll: 'Trying again: {count}.',
    cancelAll: 'Cancelled: {count}.',
    retryAllRefused: 'Trying again: {count}, {refused} refused.',
    cancelAllRefused: 'Cancelled: {count}, {refused} refused.',
    refused: {
      one: '{count} refused. The first: {first}',
      other: '{count} refused. The first: {first}',
    },
  },
  ask: {
    cancel: {
      title: 'Cancel what was found',
      text: {
        one: 'What is open of {count} delivery ends.',
        other: 'What is open of {count} deliveries ends.',
      },
      yes: {
        one: 'Cancel {count} delivery',
        other: 'Cancel {count} deliveries',
      },
    },
    release: {
      title: 'Let go what is held',
      text: {
        one: '{count} delivery: it is sent now.',
        other: '{count} deliveries: each is sent now.',
      },
      yes: {
        one: 'Let go {count} delivery',
        other: 'Let go {count} deliveries',
      },
    },
    retry: {
      title: 'Retry what was found',
      text: {
        one: '{count} delivery: it gets one more attempt, now.',
        other: '{count} deliveries: each gets one more attempt, now.',
      },
      yes: {
        one: 'Retry {count} delivery',
        other: 'Retry {count} deliveries',
      },
    },
  },
  state: {
    underWay: 'Attempt {number} is under way.',
    soon: 'It is tried again soon.',
    due: 'It is tried again {due}.',
    pending: 'It waits for its turn.',
    breakpointWaiting:
      'It waits at a breakpoint, and its sender with it. Let it go, edit it first, or answer by hand.',
    breakpoint: 'It waits at a breakpoint; its sender has its answer. Let it go, or edit it first.',
    paused: 'Endpoint {endpoint} is paused. Resume it, and what is held goes out in order.',
    held: 'It is held while {host} is down, and goes out in order when it listens again.',
    heldDue: 'It is held: {host} takes connections and drops them. It is tried again {due}.',
    heldUntil: 'It is held until it is released.',
  },
  column: {
    time: 'Time',
    event: 'Event',
    subject: 'Subject',
    target: 'Target',
    cause: 'Cause',
    delivery: 'Delivery',
    next: 'Next',
    took: 'Took',
    endpoint: 'Endpoint',
  },
  row: {
    underWay: 'under way',
    again: 'again {time}',
  },
  answer: {
    title: 'Answer the sender by hand',
    what: 'Your handler does not see this event; the delivery ends as cancelled.',
    status: 'Status',
    headers: 'Headers, one a line',
    body: 'Body',
    button: 'Answer',
    expectedStatus: 'Expected a status code from 200 to 599.',
    expectedHeader: 'Expected Name: value, not "{text}".',
  },
});
