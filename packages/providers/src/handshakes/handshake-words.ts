import { handshakeSentences, type ReasonPart, type Saying, type Speaker, speakerOf } from '@hooktap/protocol';

const handshakes: Speaker<typeof handshakeSentences> = speakerOf(handshakeSentences);

/** What is said of a test of the URL, in English and in codes. */
export const says: Speaker<typeof handshakeSentences>['sentence'] = handshakes.sentence;

interface Parts {
  readonly parts: readonly ReasonPart[];
}

/** What became of it. */
export const explains = ({ message, parts }: Saying): Parts & { readonly explanation: string } => ({
  explanation: message,
  parts,
});

/** Why it cannot be answered. */
export const because = ({ message, parts }: Saying): Parts & { readonly reason: string } => ({
  reason: message,
  parts,
});
