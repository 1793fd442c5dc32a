import { reasonOf, systemCode } from '../failure.ts';

/** What the system said, for a person. */
export function watchFault(error: unknown, folder: string): string {
  switch (systemCode(error)) {
    case 'ENOENT':
      return `There is no folder ${folder}.`;
    case 'EACCES':
    case 'EPERM':
      return `${folder} may not be read.`;
    case 'ENOSPC':
    case 'EMFILE':
      return `The system watches no more folders than it does now, so ${folder} cannot be. Choose a smaller folder, or raise fs.inotify.max_user_watches.`;
    default:
      return `${folder} cannot be watched: ${reasonOf(error)}`;
  }
}
