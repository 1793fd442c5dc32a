import { createServer } from 'node:http';
import { start } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { countedBlob } from './counted-blob.ts';

it('is sent whole by fetch, and counted', async () => {
  const bytes = new Uint8Array(3_000_000).map((_, place) => place % 251);
  const got: Buffer[] = [];
  await using server = await start(
    createServer(async (request, response) => {
      for await (const chunk of request) got.push(chunk as Buffer);
      response.end(request.headers['content-length'] ?? 'none');
    }),
  );
  let read = 0;
  const body = countedBlob(new Blob([bytes]), (more) => {
    read += more;
  });
  const answer = await fetch(server.url, { method: 'POST', body });
  expect(await answer.text()).toBe(String(bytes.length));
  expect(Buffer.concat(got).equals(bytes)).toBe(true);
  expect(read).toBe(bytes.length);
});
