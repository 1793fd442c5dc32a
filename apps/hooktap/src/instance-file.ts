import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the running instance of a data directory is reached. */
export interface InstanceRecord {
  readonly pid: number;
  readonly origin: string;
  /** The one of its HOOKTAP_TOKEN, which other shells need not have; null: it lies in the token file. */
  readonly token: string | null;
}

const fileOf = (dataDir: string): string => join(dataDir, 'instance.json');

export function writeInstance(dataDir: string, record: InstanceRecord): void {
  const fresh = `${fileOf(dataDir)}.${process.pid}.new`;
  writeFileSync(fresh, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  renameSync(fresh, fileOf(dataDir));
}

export const removeInstance = (dataDir: string): void => rmSync(fileOf(dataDir), { force: true });

/** Null where there is none or it makes no sense. Says nothing of whether that instance lives. */
export function readInstance(dataDir: string): InstanceRecord | null {
  try {
    const record: unknown = JSON.parse(readFileSync(fileOf(dataDir), 'utf8'));
    if (typeof record !== 'object' || record === null) return null;
    const { pid, origin, token = null } = record as Partial<Record<keyof InstanceRecord, unknown>>;
    if (typeof pid !== 'number' || typeof origin !== 'string') return null;
    return { pid, origin, token: typeof token === 'string' ? token : null };
  } catch {
    return null;
  }
}
