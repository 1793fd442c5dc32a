export { damagedFiles } from './damaged-files.ts';
export type { FilePort, OpenFile } from './file-port.ts';
export { nodeFiles } from './file-port.ts';
export { makeFolder } from './folders.ts';
export { acquireLock, type Lock, lockHolder } from './lock.ts';
export { createMemoryStore } from './memory-store.ts';
export {
  type LowdbStoreOptions,
  type OpenFailure,
  type OpenResult,
  openLowdbStore,
} from './open-lowdb-store.ts';
export { savedRequestFiles } from './saved-request-files.ts';
