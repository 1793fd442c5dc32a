import { once } from 'node:events';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { exitCode, Failure, reasonOf, systemCode } from './failure.ts';

export interface Written {
  readonly bytes: number;
}

type Bytes = AsyncIterable<string | Uint8Array>;

/** No faster than whoever reads it; where nobody does any more (`| head`) it ends without a word. */
export async function toStandardOutput(pieces: Bytes): Promise<Written> {
  const { stdout } = process;
  let isGone = false;
  const gone = new Promise<void>((resolve) => {
    stdout.once('error', () => {
      isGone = true;
      resolve();
    });
  });
  let bytes = 0;
  for await (const piece of pieces) {
    if (isGone) break;
    bytes += Buffer.byteLength(piece);
    if (!stdout.write(piece)) await Promise.race([once(stdout, 'drain'), gone]);
  }
  return { bytes };
}

/** Beside its place first, so that a half one never has its name; 0600, since events hold secrets. */
export async function toFile(path: string, pieces: Bytes): Promise<Written> {
  const beside = `${path}.${process.pid}.part`;
  let bytes = 0;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      for await (const piece of pieces) bytes += await append(file, piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') await rm(beside, { force: true });
    if (error instanceof Failure) throw error;
    const message = `${path} could not be written: ${reasonOf(error)}.`;
    throw new Failure(message, exitCode.failed, { cause: error });
  }
  return { bytes };
}

async function append(file: FileHandle, piece: string | Uint8Array): Promise<number> {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  await file.appendFile(bytes);
  return bytes.length;
}
