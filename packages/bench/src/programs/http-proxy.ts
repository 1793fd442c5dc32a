import { Agent, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import httpProxy from 'http-proxy';
import { endWithParent, say } from './line.ts';

/** The field's usual proxy with kept-alive connections; it keeps nothing of what it passes on. */
export function httpProxyTo({ port }: { port: number }): void {
  endWithParent();
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const proxy = httpProxy.createProxyServer({ target: { host: '127.0.0.1', port }, agent });
  const server = createServer((request, response) => {
    proxy.web(request, response, {}, () => {
      response.writeHead(502).end();
    });
  });
  server.listen(0, '127.0.0.1', () => say({ port: (server.address() as AddressInfo).port }));
}
