import {
  attemptSentences,
  callbackSentences,
  handlerSentences,
  importSentences,
  refusalSentences,
  registrationSentences,
  storeSentences,
} from '@hooktap/protocol';
import { area } from '../message.ts';

/** What the server says by code: what it refuses, what it knows of handlers, and what it says of callbacks and
 * of registering,
 * of a file’s lines and of the store. */
export const server = area('server', {
  refusal: refusalSentences,
  handler: handlerSentences,
  callback: callbackSentences,
  registration: registrationSentences,
  import: importSentences,
  store: storeSentences,
  attempt: attemptSentences,
});
