import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Client, createClient } from '@hooktap/client';
import type { DeliverySummary, Event, EventId } from '@hooktap/protocol';
import WebSocket from 'ws';
import { JsonOutput, type ReadyLine } from './json-output.ts';

const bin = fileURLToPath(new URL('../../../bin/hooktap.js', import.meta.url));
const stopLimitMs = 8_000;

export interface HooktapOptions {
  /** Holds the data directory and stands for the project. */
  readonly folder: string;
  readonly target?: string;
  /** `--no-tunnel` unless given. */
  readonly tunnelHost?: string;
  readonly flags?: readonly string[];
}

/** The built command line as a process of its own. */
export interface RunningHooktap extends AsyncDisposable {
  readonly ready: ReadyLine;
  readonly output: JsonOutput;
  readonly client: Client;
  readonly receiverPort: number;
  readonly inspectorPort: number;
  /** The event of a request target, once it is captured. */
  captured(requestTarget: string): Promise<EventId>;
  /** The event once so many of its deliveries have come to their end. */
  settled(id: EventId, deliveries?: number): Promise<Event>;
  /** The delivery of a replay, once it has come to its end. */
  replayed(id: EventId): Promise<DeliverySummary>;
  /** As Ctrl-C does. */
  stop(): Promise<void>;
  /** As `kill -9`. */
  kill(): Promise<void>;
}

const open = new Set(['pending', 'retrying', 'held']);

export async function startHooktap(options: HooktapOptions): Promise<RunningHooktap> {
  const { folder, target, tunnelHost, flags = [] } = options;
  const tunnel = tunnelHost === undefined ? ['--no-tunnel'] : ['--tunnel-host', tunnelHost];
  const child = start(folder, [
    ...(target === undefined ? [] : [target]),
    ...['--json', '--no-open', '--port', '0', '--ui-port', '0', ...tunnel, ...flags],
  ]);
  const errors = text(child.stderr);
  const output = new JsonOutput(child.stdout);
  const closed = once(child, 'close').then(async ([code]) => output.end(`exit ${code}: ${await errors}`));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return closed;
    child.kill(signal);
    const limit = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
    await closed;
    clearTimeout(limit);
  };
  let ready: ReadyLine;
  try {
    ready = await output.first('ready');
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
  const client = createClient({ origin: ready.inspector, token: ready.token, WebSocket });
  const deliveryEnded = async (id: DeliverySummary['id']) => {
    const { delivery } = await output.first(
      'delivery.updated',
      (line) => line.delivery.id === id && !open.has(line.delivery.status),
    );
    return delivery;
  };
  return {
    ready,
    output,
    client,
    receiverPort: Number(new URL(ready.receiver).port),
    inspectorPort: Number(new URL(ready.inspector).port),
    async captured(requestTarget) {
      const line = await output.first('event.captured', ({ event }) => event.requestTarget === requestTarget);
      return line.event.id;
    },
    async settled(id, deliveries = 1) {
      const ended = new Set<DeliverySummary['id']>();
      await output.first('delivery.updated', ({ delivery }) => {
        if (delivery.eventId !== id) return false;
        if (open.has(delivery.status)) ended.delete(delivery.id);
        else ended.add(delivery.id);
        return ended.size >= deliveries;
      });
      return client.event(id);
    },
    async replayed(id) {
      const { delivery } = await client.replay(id);
      return deliveryEnded(delivery.id);
    },
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
    [Symbol.asyncDispose]: () => end('SIGTERM'),
  };
}

/** Runs one command to its end. */
export async function runHooktap(
  folder: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const child = start(folder, args);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, stdout, stderr };
}

function start(folder: string, args: readonly string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', XDG_STATE_HOME: join(folder, 'state') };
  delete env['HOOKTAP_TOKEN'];
  const child = spawn(process.execPath, [bin, ...args, '--data-dir', join(folder, 'data')], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return child satisfies ChildProcess;
}
