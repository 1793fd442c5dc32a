import { refusalSentences, type Saying, type Speaker, speakerOf } from '@hooktap/protocol';
import { reasonOf, systemCode } from '../failure.ts';

export const says: Speaker<typeof refusalSentences>['sentence'] = speakerOf(refusalSentences).sentence;

/** What the system said, for a person. */
export function watchFault(error: unknown, folder: string): Saying {
  switch (systemCode(error)) {
    case 'ENOENT':
      return says('folder-missing', { folder });
    case 'EACCES':
    case 'EPERM':
      return says('folder-denied', { folder });
    case 'ENOSPC':
    case 'EMFILE':
      return says('folder-many', { folder });
    default:
      return says('folder-fault', { folder, reason: reasonOf(error) });
  }
}
