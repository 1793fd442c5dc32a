import { StoreError } from '@hooktap/core';

const fullDisk = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The error code of the system, where there is one. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What the disk said, as the port tells it: what happened, where, and what to do. */
export function storeFailure(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (fullDisk.has(errorCode(error))) {
    return new StoreError(
      'disk-full',
      `No space left to write ${path} (${reason}). Free some space or lower --keep-bytes; the next request tries again.`,
      { cause: error },
    );
  }
  return new StoreError(
    'unwritable',
    `Cannot write ${path} (${reason}). Check that the folder exists and that you own it, or choose another with --data-dir.`,
    { cause: error },
  );
}

export const closedError = (): StoreError =>
  new StoreError(
    'closed',
    'The store is closed: Hooktap is stopping. Send the request again after its start.',
  );
