import { createHash } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface DisposableReceiver {
  port: number;
  close(): void;
}

/** For tests: answers probes with the nonce, and all else with the SHA-256 of the body. */
export async function startReceiver(): Promise<DisposableReceiver> {
  const receiver = http.createServer((req, res) => {
    const nonce = /\/probe\/(.*)$/.exec(req.url ?? '')?.[1];
    const hash = createHash('sha256');
    req.on('data', (chunk: Buffer) => hash.update(chunk));
    req.on('end', () => res.end(nonce ?? hash.digest('hex')));
  });
  receiver.listen(0, 'localhost');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  const close = () => {
    receiver.closeAllConnections();
    receiver.close();
  };
  return { port, close };
}

/** A request as a provider would send it to a public URL under localhost; answers the body of the reply. */
export function post(publicUrl: string, body: Buffer): Promise<string> {
  const url = new URL(publicUrl);
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', host: '127.0.0.1', port: url.port, path: '/hook', agent: false };
    const request = http.request({ ...options, headers: { host: url.host } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString('latin1');
      });
      response.on('end', () => resolve(text));
    });
    request.on('error', reject);
    request.end(body);
  });
}
