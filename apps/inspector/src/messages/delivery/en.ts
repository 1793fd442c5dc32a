import { area } from '../message.ts';

/** Deliveries and attempts wherever they are shown. */
export const delivery = area('delivery', {
  status: {
    pending: 'pending',
    retrying: 'retrying',
    held: 'held',
    succeeded: 'succeeded',
    failed: 'failed',
    cancelled: 'cancelled',
  },
  cause: {
    arrival: 'arrival',
    replay: 'replay',
    retry: 'retry',
    resumed: 'resumed',
    edited: 'edited',
    editedToo: '{cause}, edited',
  },
  editedReplay: 'An edited replay',
  notReached: 'Not reached, or nothing to do',
  queueApart:
    'What it waited in Hooktap before it was sent. It is not in the bar, nor in the time beside it.',
  took: 'From the connection to the end of the answer, as the bar; without the queue',
  phase: {
    queue: 'queue, not counted',
    connect: 'connect',
    send: 'send',
    wait: 'wait',
    receive: 'receive',
  },
  dueIn: 'due in {span}',
  moreAttempts: {
    one: '{count} more attempt',
    other: '{count} more attempts',
  },
  replayed: 'replayed',
});
