import { damagedFiles } from '@hooktap/store';
import { reasonOf } from '../failure.ts';
import { type Finding, note } from './finding.ts';

/** Damage that an earlier opening of the store mended; whoever opened it may not have been looking. */
export function setAsideFindings(dataDir: string): Finding[] {
  try {
    const { folder, count, since } = damagedFiles(dataDir);
    if (since === null) return [];
    const files = count === 1 ? 'One file' : `${count} files`;
    const oldest = count === 1 ? 'of' : 'the oldest of';
    return [
      note(
        'damaged',
        `${files} with unreadable lines of events, ${oldest} ${since.toISOString()}, set aside in ${folder}.`,
        'Look into what was set aside, and delete it when you do not need it.',
      ),
    ];
  } catch (error) {
    return [
      note('damaged', `What was set aside cannot be listed: ${reasonOf(error)}.`, 'Check who owns it.'),
    ];
  }
}
