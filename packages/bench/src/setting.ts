import type { Browser } from 'playwright-core';

/** Where this run finds its parts, and how thorough it is. */
export interface Setting {
  /** The bundle that becomes each helper process. */
  readonly programs: string;
  /** The helper that opens a store, which is started as the command line is. */
  readonly reopenProgram: string;
  /** A folder for data directories; it goes away with the run. */
  readonly scratch: string;
  /** The built command line. */
  readonly bin: string;
  readonly quick: boolean;
  /** Null where this machine has no Chromium. */
  readonly chromium: { readonly path: string; readonly open: () => Promise<Browser> } | null;
  /** A folder for CPU profiles of the command line. */
  readonly profile?: string;
}
