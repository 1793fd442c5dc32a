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
  queueCut: 'The queue was longer than it is drawn',
  took: 'Without the queue, which is grey in the bar',
  phase: {
    queue: 'queue',
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
  numberTo: '{number} to {target}',
  replayed: 'replayed',
});
