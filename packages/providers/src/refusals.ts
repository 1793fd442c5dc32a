import { type ReasonPart, refusalSentences, type Saying, type Speaker, speakerOf } from '@hooktap/protocol';

/** What cannot be made for a person, in English and in codes. */
export const refusals: Speaker<typeof refusalSentences> = speakerOf(refusalSentences);

/** That a name is none, with those near to it. */
export const unknownName = (why: ReasonPart, near: readonly string[]): Saying =>
  refusals.say(why, ...(near.length > 0 ? [refusals.part('near', { names: near.join(', ') })] : []));
