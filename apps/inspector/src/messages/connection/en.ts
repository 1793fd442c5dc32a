import { area } from '../message.ts';

/** What is said in place of the events while there is no connection. */
export const connection = area('connection', {
  stopped: 'Hooktap stopped answering at {time}.',
  stoppedTodo: 'You see what had arrived by then. If you closed it, start it again with {command}',
  command: 'command',
  trying: 'Trying again by itself',
  tryNow: 'Try now',
  refused: 'Hooktap refused the token of this page',
  noToken: 'This page has no token yet',
  whyRefused: 'The token was changed, or it belongs to another project.',
  whyNoToken: 'Captured events can hold secrets, so the inspector opens only with the token of its Hooktap.',
  runThis: 'Run this in your project; it opens the inspector with the right one.',
  orOpen: 'Or open the address that Hooktap printed when it started, up to its last character.',
});
