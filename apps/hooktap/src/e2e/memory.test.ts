import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { startHttpHandler } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { startHooktap } from './test-support/hooktap-process.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

const mb = 1_000_000;
const size = 100 * mb;
const bearable = 60 * mb;

/** The most memory that a process has held so far. */
function peakBytes(pid: number): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

function* pieces(): Generator<Buffer> {
  const piece = Buffer.alloc(mb);
  for (let number = 0; number < size / mb; number++) yield Buffer.from(piece.fill(number));
}

const digest = (): string => {
  const hash = createHash('sha256');
  for (const piece of pieces()) hash.update(piece);
  return hash.digest('hex');
};

function upload(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      port,
      path: '/upload',
      method: 'POST',
      headers: { 'Content-Length': size },
    });
    request.on('error', reject);
    request.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode)));
    pipeline(Readable.from(pieces()), request).catch(reject);
  });
}

it.skipIf(!existsSync('/proc/self/status'))(
  'streams a 100 MB upload to the disk and to the handler (peak memory needs /proc)',
  async () => {
    await using folder = await temporaryFolder();
    const received: string[] = [];
    await using handler = await startHttpHandler(async (request, response) => {
      const hash = createHash('sha256');
      for await (const chunk of request) hash.update(chunk);
      received.push(hash.digest('hex'));
      response.end();
    });
    await using hooktap = await startHooktap({
      folder: folder.path,
      target: handler.url,
      flags: ['--max-body', '200mb', '--keep-bytes', '1gb'],
    });
    await send(hooktap.receiverPort, { target: '/warm-up', body: 'x'.repeat(mb) });
    const before = peakBytes(hooktap.ready.pid);
    expect(await upload(hooktap.receiverPort)).toBe(200);
    const event = await hooktap.settled(await hooktap.captured('/upload'));
    const risen = peakBytes(hooktap.ready.pid) - before;
    const sent = digest();
    expect(event.body).toMatchObject({ size, state: 'complete', sha256: sent });
    expect(received.at(-1)).toBe(sent);
    expect(risen).toBeLessThan(bearable);
  },
);
