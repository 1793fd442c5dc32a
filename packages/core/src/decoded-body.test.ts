import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodedBody, unpackedBeginning } from './decoded-body.ts';

const text = JSON.stringify({
  order: 'paid',
  lines: Array.from({ length: 500 }, (_, line) => `line ${line}`),
});

describe('a body as a reading looks at it', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('is unpacked up to a MiB, and no further: %s', (encoding, pack) => {
    expect(decodedBody(pack(text), encoding).toString()).toBe(text);
    const bomb = pack(Buffer.alloc(2 ** 20 + 1));
    expect(decodedBody(bomb, encoding)).toBe(bomb);
  });
});

describe('a body as a search looks at it', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['X-Gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br ', brotliCompressSync(text)],
  ])('is unpacked: %s', async (encoding, sent) => {
    expect((await unpackedBeginning(sent, encoding))?.toString()).toBe(text);
  });

  it.each([
    ['gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
  ])('is unpacked as far as it goes where it breaks off: %s', async (encoding, sent) => {
    const found = await unpackedBeginning(sent.subarray(0, sent.length - 20), encoding);
    expect(found?.length).toBeGreaterThan(100);
    expect(text.startsWith(found?.toString() ?? '-')).toBe(true);
  });

  it('is left as it is where it is not what it says, or nobody knows how', async () => {
    expect(await unpackedBeginning(Buffer.from(text), 'gzip')).toBeNull();
    expect(await unpackedBeginning(gzipSync(text), 'zstd')).toBeNull();
  });

  it('ends after a MiB, with a whole character', async () => {
    const found = await unpackedBeginning(gzipSync('日'.repeat(500_000)), 'gzip');
    expect(found?.toString()).toBe('日'.repeat(Math.floor(2 ** 20 / 3)));
  });
});
