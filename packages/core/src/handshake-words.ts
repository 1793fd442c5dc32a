import { handshakeSentences, type Speaker, speakerOf } from '@hooktap/protocol';

/** What is said of a provider's test of the URL, in English and in codes. */
export const handshakes: Speaker<typeof handshakeSentences> = speakerOf(handshakeSentences);
