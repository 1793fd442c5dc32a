import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  linkSync,
  readdirSync,
  realpathSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './folders.ts';
import { errorCode } from './store-failure.ts';

/** Held until released or until the process dies, stopped and sleeping processes included. */
export interface Lock {
  release(): Promise<void>;
}

const lockName = /^lock-(\d+)\.(?:sock|free)$/;
const draftName = /^lock-[0-9a-f]{12}\.tmp$/;
const socketName = (number: number): string => `lock-${number}.sock`;
/** Lies beside the socket of a holder that released it: who opens next need not ask that socket. */
const freeName = (number: number): string => `lock-${number}.free`;
/** Socket addresses end at 104 bytes on macOS, 108 on Linux. */
const longestPath = 100;

/** Null where a living process holds the lock. */
export async function acquireLock(dataDir: string): Promise<Lock | null> {
  const root = realpathSync(dataDir);
  if (process.platform === 'win32') return listenOnPipe(pipeName(root));
  const folder = lockFolder(root);
  const { server, draft, number } = await compete(folder);
  if (number === null) {
    await close(server);
    return null;
  }
  await removeDeadDrafts(folder, draft);
  return {
    async release() {
      await close(server);
      quietly(() => writeFileSync(join(folder, freeName(number)), '', { mode: 0o600 }));
    },
  };
}

/** Listens on a draft, then tries to give it a number; with a fresh one where the holder took the draft for dead. */
async function compete(folder: string): Promise<{ server: Server; draft: string; number: number | null }> {
  for (;;) {
    const draft = join(folder, `lock-${randomBytes(6).toString('hex')}.tmp`);
    const server = await listen(draft);
    try {
      return { server, draft, number: await takeNumber(folder, draft) };
    } catch (error) {
      await close(server);
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
}

/** Whether a living process holds the lock. */
export async function lockHolder(dataDir: string): Promise<boolean> {
  if (!existsSync(dataDir)) return false;
  const root = realpathSync(dataDir);
  if (process.platform === 'win32') return answers(pipeName(root));
  const folder = lockFolder(root);
  return isHeld(folder, highestNumber(folder));
}

/**
 * The holder is whoever's socket has the highest number. A dead one is not removed but outnumbered,
 * and the highest file never goes, so of two that found the same one dead only one gets the next
 * number, and one that slept meanwhile sees a higher number than its own.
 */
async function takeNumber(folder: string, draft: string): Promise<number | null> {
  for (;;) {
    const highest = highestNumber(folder);
    if (await isHeld(folder, highest)) return null;
    const mine = highest + 1;
    try {
      linkSync(draft, join(folder, socketName(mine)));
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue;
      throw error;
    }
    if (highestNumber(folder) !== mine) return null;
    removeBelow(folder, mine);
    return mine;
  }
}

/** Numbers are never given twice, so one that was released stays so. */
async function isHeld(folder: string, number: number): Promise<boolean> {
  if (number === 0 || existsSync(join(folder, freeName(number)))) return false;
  return answers(join(folder, socketName(number)));
}

function numbers(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => {
    const number = lockName.exec(name)?.[1];
    return number ? [Number(number)] : [];
  });
}

const highestNumber = (folder: string): number => Math.max(0, ...numbers(folder));

function removeBelow(folder: string, mine: number): void {
  for (const number of numbers(folder)) {
    if (number >= mine) continue;
    // Another may have been quicker.
    quietly(() => unlinkSync(join(folder, socketName(number))));
    quietly(() => unlinkSync(join(folder, freeName(number))));
  }
}

/**
 * Drafts of processes that were killed. One that starts right now may have its file and not listen yet, and so lose
 * it: it sees that and makes another.
 */
async function removeDeadDrafts(folder: string, mine: string): Promise<void> {
  const drafts = readdirSync(folder).filter((name) => draftName.test(name));
  const others = drafts.map((name) => join(folder, name)).filter((path) => path !== mine);
  await Promise.all(
    others.map(async (path) => {
      if (!(await answers(path))) quietly(() => unlinkSync(path));
    }),
  );
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {}
}

/** Only a refusal tells that nobody holds a socket; a full queue is a stopped holder. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', (error) => resolve(!['ECONNREFUSED', 'ENOENT'].includes(errorCode(error))));
  });
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => resolve(server.unref()));
  });
}

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

const hashOf = (root: string): string => createHash('sha256').update(root).digest('hex').slice(0, 16);
const pipeName = (root: string): string => `\\\\.\\pipe\\hooktap-${hashOf(root)}`;

async function listenOnPipe(path: string): Promise<Lock | null> {
  try {
    const server = await listen(path);
    return { release: () => close(server) };
  } catch (error) {
    if (errorCode(error) === 'EADDRINUSE') return null;
    throw error;
  }
}

/** The data directory, or a private folder with a shorter path that stands for it. */
function lockFolder(root: string): string {
  if (Buffer.byteLength(join(root, 'lock-0123456789ab.tmp')) <= longestPath) return root;
  const folder = join(tmpdir(), `hooktap-${process.getuid?.() ?? 0}-${hashOf(root)}`);
  makeFolder(folder);
  const { uid } = statSync(folder);
  if (uid !== process.getuid?.()) throw new Error(`${folder} belongs to someone else; remove it.`);
  return folder;
}
