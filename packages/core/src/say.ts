import {
  attemptSentences,
  callbackSentences,
  handlerSentences,
  type ReasonPart,
  refusalSentences,
  registrationSentences,
  type Speaker,
  speakerOf,
  storeSentences,
} from '@hooktap/protocol';
import type { Wrong } from './field-fault.ts';

/** What is refused, in English and in codes. */
export const refusals: Speaker<typeof refusalSentences> = speakerOf(refusalSentences);

/** What is said of registering at providers, in English and in codes. */
export const registering: Speaker<typeof registrationSentences> = speakerOf(registrationSentences);

/** What is known of a handler, in English and in codes. */
export const handlers: Speaker<typeof handlerSentences> = speakerOf(handlerSentences);

/** What is said of keeping requests, in English and in codes. */
export const keeping: Speaker<typeof storeSentences> = speakerOf(storeSentences);

/** Why an attempt got no whole response, in English and in codes. */
export const attempting: Speaker<typeof attemptSentences> = speakerOf(attemptSentences);

/** What is said of callbacks and messages, in English and in codes. */
export const callbacks: Speaker<typeof callbackSentences> = speakerOf(callbackSentences);

/** A sentence as records have it beside their state. */
export interface Reason {
  readonly reason: string;
  readonly parts?: readonly ReasonPart[];
}

export const reasonOf = ({ message, parts }: Wrong): Reason => ({
  reason: message,
  ...(parts && { parts }),
});
