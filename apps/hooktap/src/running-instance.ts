import { setTimeout as pause } from 'node:timers/promises';
import { type Client, createClient } from '@hooktap/client';
import { lockHolder } from '@hooktap/store';
import { keptToken, tokenFile } from './access-token.ts';
import { Failure } from './failure.ts';
import { readInstance } from './instance-file.ts';

export interface RunningInstance {
  readonly pid: number;
  readonly origin: string;
  readonly token: string;
  readonly client: Client;
}

/** An instance that starts has the lock a moment before it can be asked; a command has it for a moment. */
const patienceMs = 3000;
const pauseMs = 50;

/** What a person waits before a process that is stopped or hangs is given up. Only its first answer is limited. */
const answerLimitMs = 10_000;

/** The instance that has this data directory open and answers; null where none has it open. */
export async function runningInstance(dataDir: string): Promise<RunningInstance | null> {
  const running = await knownInstance(dataDir);
  if (running && !(await answersInTime(running.origin))) throw new Failure(silent(dataDir, running.pid));
  return running;
}

/**
 * The same without asking whether it answers: nothing in it does, once it is stopped. The token is only ever sent to
 * the address that the holder of the lock wrote: a stale file could name a stranger's port.
 */
export async function knownInstance(dataDir: string): Promise<RunningInstance | null> {
  for (const until = Date.now() + patienceMs; ; await pause(pauseMs)) {
    if (!(await lockHolder(dataDir))) return null;
    const record = readInstance(dataDir);
    if (record && isAlive(record.pid)) {
      const token = record.token ?? keptToken(dataDir);
      if (token === null) throw new Failure(noToken(dataDir, record.pid));
      return { ...record, token, client: createClient({ origin: record.origin, token }) };
    }
    if (Date.now() > until) break;
  }
  throw new Failure(
    `A Hooktap has ${dataDir} open but cannot be asked: it hangs while starting or stopping. ` +
      'Try again in a moment, or end that process.',
  );
}

/** Any answer counts; what else is amiss with it, the command's own question tells. */
async function answersInTime(origin: string): Promise<boolean> {
  const limit = AbortSignal.timeout(answerLimitMs);
  try {
    await (await fetch(origin, { method: 'HEAD', redirect: 'manual', signal: limit })).arrayBuffer();
    return true;
  } catch {
    return !limit.aborted;
  }
}

const silent = (dataDir: string, pid: number): string =>
  `Hooktap (process ${pid}) has ${dataDir} open and has not answered within ${answerLimitMs / 1000} s: it is stopped ` +
  `or hangs. Let it go on (kill -CONT ${pid}), or end it (kill -9 ${pid}) and start it again; what it captured stays.`;

const noToken = (dataDir: string, pid: number): string =>
  `The token of the running Hooktap (process ${pid}) is gone: ${tokenFile(dataDir)} is not there. ` +
  'Stop that process with Ctrl-C or SIGTERM and start it again.';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function requireInstance(
  dataDir: string,
  find: typeof runningInstance = runningInstance,
): Promise<RunningInstance> {
  const running = await find(dataDir);
  if (running) return running;
  throw new Failure(`No Hooktap runs for this project (${dataDir}). Start one with: hooktap <port>`);
}
