import { accessSync, chmodSync, constants } from 'node:fs';
import { makeFolder } from '@hooktap/store';
import { Failure, reasonOf } from './failure.ts';

/** Makes the folder, readable by its owner only. */
export function prepareDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir);
    chmodSync(dataDir, 0o700);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Failure(
      `The data directory ${dataDir} cannot be written: ${reasonOf(error)}. ` +
        'Give another with --data-dir, or set its owner and permissions right.',
      1,
      { cause: error },
    );
  }
}
