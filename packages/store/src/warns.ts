import { type Speaker, speakerOf, storeSentences } from '@hooktap/protocol';

/** What is damaged, in English and in codes. */
export const warns: Speaker<typeof storeSentences>['sentence'] = speakerOf(storeSentences).sentence;
