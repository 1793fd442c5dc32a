import type { Clock } from './clock.ts';
import type { EndpointDefaults } from './compile-endpoint.ts';
import type { RetrySchedules } from './compile-retry.ts';
import type { FolderWatcher } from './folder-watch-port.ts';
import type { Forwarder } from './forwarder-port.ts';
import type { IdSource } from './ids.ts';
import type { ProviderLibrary } from './provider-library.ts';
import type { Registrar } from './registration-port.ts';
import type { SavedRequestShelf } from './saved-request-shelf.ts';
import type { RetentionLimits, Store } from './store-port.ts';

/** The ports that a Hooktap runs on, and its settings. */
export interface HooktapOptions {
  readonly store: Store;
  readonly forwarder: Forwarder;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly version: string;
  readonly dataDir: string;
  /** The same without links, where one leads to it. */
  readonly realDataDir?: string;
  /** What a handler's development server may serve as it lies. */
  readonly projectFolder?: string;
  readonly retention: RetentionLimits;
  /** What endpoints go by that say nothing of it. */
  readonly defaults?: EndpointDefaults;
  readonly schedules?: RetrySchedules;
  /** The provider packs, which may come later than the first request; without them nothing is recognised. */
  readonly catalog?: Promise<ProviderLibrary>;
  /** The providers' APIs, which may come later; without them nothing can be registered. */
  readonly registrar?: Promise<Registrar>;
  /** Where saved requests are kept; without it, in memory. */
  readonly savedRequests?: SavedRequestShelf;
  /** The file system's news of changes; without it nothing is replayed on save. */
  readonly folders?: FolderWatcher;
  /** Something to tell the person that is no event. */
  readonly notice?: (text: string) => void;
  /** The waits before retries pass so many times as fast; by default in real time. */
  readonly timeScale?: number;
}
