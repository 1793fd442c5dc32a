import http from 'node:http';
import { Problem } from '@hooktap/protocol';
import { token } from './inspector-rig.ts';

interface RawRequest {
  readonly method: string;
  readonly path: string;
  /** In place of those of a good request; null: left out. */
  readonly headers: Readonly<Record<string, string | null>>;
}

/** Asks with headers that fetch would not send, and answers which problem came. */
export function refusedFor(
  port: number,
  { method, path, headers }: RawRequest,
): Promise<{ status: number; code: string }> {
  const good = { Host: 'localhost', Authorization: `Bearer ${token}` };
  const sent = Object.entries({ ...good, ...headers }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return new Promise((resolve, reject) => {
    const request = http.request({
      port,
      host: '127.0.0.1',
      method,
      path,
      headers: Object.fromEntries(sent),
    });
    request.on('error', reject);
    request.on('response', async (response) => {
      let text = '';
      for await (const piece of response.setEncoding('utf8')) text += piece;
      try {
        resolve({ status: response.statusCode ?? 0, code: Problem.parse(JSON.parse(text)).code });
      } catch (error) {
        reject(error);
      }
    });
    request.end();
  });
}
