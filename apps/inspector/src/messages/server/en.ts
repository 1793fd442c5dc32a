import {
  callbackSentences,
  handlerSentences,
  refusalSentences,
  registrationSentences,
} from '@hooktap/protocol';
import { area } from '../message.ts';

/** What the server says by code: what it refuses, what it knows of handlers, and what it says of callbacks and
 * of registering. */
export const server = area('server', {
  refusal: refusalSentences,
  handler: handlerSentences,
  callback: callbackSentences,
  registration: registrationSentences,
});
