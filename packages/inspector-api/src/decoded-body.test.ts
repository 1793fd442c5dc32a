import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { bytesInMemory } from '@hooktap/core';
import { describe, expect, it } from 'vitest';
import { decodeBody } from './decoded-body.ts';

describe('decoding', () => {
  const text = Buffer.from('the text');
  it.each([
    ['gzip', gzipSync(text)],
    ['X-GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', text],
  ])('takes %s off', async (coding, bytes) => {
    const decoded = await decodeBody(bytesInMemory(bytes), coding);
    if (!('bytes' in decoded)) throw new Error(decoded.undecodable);
    const chunks = [];
    for await (const chunk of decoded.bytes.read()) chunks.push(chunk);
    expect(Buffer.concat(chunks)).toEqual(text);
  });

  it('gives up above the limit, on a cut body and on what it does not know', async () => {
    const zeros = gzipSync(Buffer.alloc(1_000_000));
    expect(await decodeBody(bytesInMemory(zeros), 'gzip', 999_999)).toHaveProperty('undecodable');
    expect(await decodeBody(bytesInMemory(zeros), 'gzip', 1_000_000)).toHaveProperty('bytes');
    expect(await decodeBody(bytesInMemory(zeros.subarray(0, 100)), 'gzip')).toHaveProperty('undecodable');
    expect(await decodeBody(bytesInMemory(text), 'zstd')).toHaveProperty('undecodable');
  });
});
