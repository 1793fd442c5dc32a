import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endWithParent, say } from './line.ts';

const answer = Buffer.from('{"ok":true}');

/** The reference: a bare `node:http` server that reads the body and answers 200. */
export function sink(): void {
  endWithParent();
  const server = createServer((request, response) => {
    request.on('data', () => undefined);
    request.on('end', () => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': answer.length });
      response.end(answer);
    });
  });
  server.listen(0, '127.0.0.1', () => say({ port: (server.address() as AddressInfo).port }));
}
