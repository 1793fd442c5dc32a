import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endWithParent, say } from './line.ts';

/** The floor of a durable capture: the body appended to one file and forced to disk before the 200; group commit. */
export async function durableSink({ path }: { path: string }): Promise<void> {
  endWithParent();
  const file = await open(path, 'a');
  let waiting: { body: Buffer; answer: () => void }[] = [];
  let busy = false;
  const commit = async () => {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await file.appendFile(Buffer.concat(batch.map(({ body }) => body)));
      await file.datasync();
      for (const { answer } of batch) answer();
    }
    busy = false;
  };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const answer = () => response.writeHead(200, { 'Content-Length': 0 }).end();
      waiting.push({ body: Buffer.concat(pieces), answer });
      if (!busy) void commit();
    });
  });
  server.listen(0, '127.0.0.1', () => say({ port: (server.address() as AddressInfo).port }));
}
