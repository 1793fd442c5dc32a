import { type Client, createClient } from '@hooktap/client';
import { accessToken } from './access-token.ts';
import { Failure } from './failure.ts';
import { readInstance } from './instance-file.ts';
import { holderOf } from './project-store.ts';

export interface RunningInstance {
  readonly pid: number;
  readonly origin: string;
  readonly token: string;
  readonly client: Client;
}

/**
 * The instance that has this data directory open; null where none does. The token is only ever sent to
 * the address that the holder of the lock wrote: a stale file could name a stranger's port.
 */
export async function runningInstance(dataDir: string): Promise<RunningInstance | null> {
  const holder = await holderOf(dataDir);
  if (!holder) return null;
  const record = readInstance(dataDir);
  if (!record || record.pid !== holder.pid) {
    throw new Failure(
      `Process ${holder.pid} has ${dataDir} open, but does not answer commands: it is starting, stopping, ` +
        'or a command of its own. Try again in a moment.',
    );
  }
  const token = accessToken(dataDir, process.env);
  return { ...record, token, client: createClient({ origin: record.origin, token }) };
}

export async function requireInstance(dataDir: string): Promise<RunningInstance> {
  const running = await runningInstance(dataDir);
  if (running) return running;
  throw new Failure(`No Hooktap runs for this project (${dataDir}). Start one with: hooktap <port>`);
}
