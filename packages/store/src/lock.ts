import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readdir, realpath, stat, unlink, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from './store-failure.ts';

/** Held until released or until the process dies, stopped and sleeping processes included. */
export interface Lock {
  release(): Promise<void>;
}

const lockName = /^lock-(\d+)\.(?:sock|free)$/;
const socketName = (number: number): string => `lock-${number}.sock`;
/** Lies beside the socket of a holder that released it: who opens next need not ask that socket. */
const freeName = (number: number): string => `lock-${number}.free`;
/** Socket addresses end at 104 bytes on macOS, 108 on Linux. */
const longestPath = 100;

/** Null where a living process holds the lock. */
export async function acquireLock(dataDir: string): Promise<Lock | null> {
  const root = await realpath(dataDir);
  if (process.platform === 'win32') return listenOnPipe(pipeName(root));
  const folder = await lockFolder(root);
  const draft = join(folder, `lock-${randomBytes(6).toString('hex')}.tmp`);
  const server = await listen(draft);
  const number = await takeNumber(folder, draft);
  if (number === null) {
    await close(server);
    return null;
  }
  return {
    async release() {
      await close(server);
      await writeFile(join(folder, freeName(number)), '', { mode: 0o600 }).catch(() => {});
    },
  };
}

/** Whether a living process holds the lock. */
export async function lockHolder(dataDir: string): Promise<boolean> {
  const root = await realpath(dataDir).catch(() => null);
  if (root === null) return false;
  if (process.platform === 'win32') return answers(pipeName(root));
  const folder = await lockFolder(root);
  return isHeld(folder, await highestNumber(folder));
}

/**
 * The holder is whoever's socket has the highest number. A dead one is not removed but outnumbered,
 * and the highest file never goes, so of two that found the same one dead only one gets the next
 * number, and one that slept meanwhile sees a higher number than its own.
 */
async function takeNumber(folder: string, draft: string): Promise<number | null> {
  for (;;) {
    const highest = await highestNumber(folder);
    if (await isHeld(folder, highest)) return null;
    const mine = highest + 1;
    try {
      await link(draft, join(folder, socketName(mine)));
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue;
      throw error;
    }
    if ((await highestNumber(folder)) !== mine) return null;
    await removeBelow(folder, mine);
    return mine;
  }
}

/** Numbers are never given twice, so one that was released stays so. */
async function isHeld(folder: string, number: number): Promise<boolean> {
  if (number === 0 || existsSync(join(folder, freeName(number)))) return false;
  return answers(join(folder, socketName(number)));
}

async function numbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => {
    const number = lockName.exec(name)?.[1];
    return number ? [Number(number)] : [];
  });
}

const highestNumber = async (folder: string): Promise<number> => Math.max(0, ...(await numbers(folder)));

async function removeBelow(folder: string, mine: number): Promise<void> {
  for (const number of await numbers(folder)) {
    if (number >= mine) continue;
    await remove(join(folder, socketName(number)));
    await remove(join(folder, freeName(number)));
  }
}

/** Another may have been quicker. */
const remove = (path: string): Promise<void> => unlink(path).catch(() => {});

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
async function lockFolder(root: string): Promise<string> {
  if (Buffer.byteLength(join(root, 'lock-0123456789ab.tmp')) <= longestPath) return root;
  const folder = join(tmpdir(), `hooktap-${process.getuid?.() ?? 0}-${hashOf(root)}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid } = await stat(folder);
  if (uid !== process.getuid?.()) throw new Error(`${folder} belongs to someone else; remove it.`);
  return folder;
}
