import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { endWithParent, say } from './line.ts';

/** The reference of the stream: keeps nothing, tells each client of a request as soon as its body is in. */
export function streamSink(): void {
  endWithParent();
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = { size: Buffer.concat(pieces).length };
      const event = { requestTarget: request.url, method: request.method, body };
      const message = JSON.stringify({ type: 'event.captured', event });
      for (const client of clients.clients) client.send(message);
      response.writeHead(200, { 'Content-Length': 0 });
      response.end();
    });
  });
  const clients = new WebSocketServer({ server, path: '/api/stream' });
  clients.on('connection', (client) => client.send(JSON.stringify({ type: 'hello', seq: 0 })));
  server.listen(0, '127.0.0.1', () => say({ port: (server.address() as AddressInfo).port }));
}
