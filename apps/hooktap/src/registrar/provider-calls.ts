import http from 'node:http';
import https from 'node:https';
import { registrationSentences, type Saying, type Speaker, speakerOf } from '@hooktap/protocol';
import type { Call, CallPort } from '@hooktap/providers';

const says: Speaker<typeof registrationSentences>['sentence'] = speakerOf(registrationSentences).sentence;

/** For one whole call. */
const deadlineMs = 10_000;
/** No answer about a webhook is larger. */
const largestAnswer = 1024 * 1024;

type Called = Awaited<ReturnType<CallPort>>;

/**
 * Calls a provider's API below this address. Certificates are verified, redirects are not followed (they would take
 * the credentials elsewhere), and nothing is logged.
 */
export function providerCalls(baseUrl: string, withinMs = deadlineMs): CallPort {
  const { protocol, origin, pathname } = new URL(baseUrl);
  const prefix = pathname.replace(/\/+$/, '');
  return (call) =>
    new Promise((resolve) => {
      const signal = AbortSignal.timeout(withinMs);
      const failed = (error: unknown) => {
        // Node's error says no more than that it was aborted.
        const late =
          signal.aborted && says('not-reached-in-time', { origin, seconds: String(withinMs / 1000) });
        resolve({ kind: 'failed', ...(late || unreached(origin, error)) });
      };
      try {
        const { method, headers, path } = call;
        const body = bodyOf(call);
        const request = (protocol === 'http:' ? http : https).request(`${origin}${prefix}${path}`, {
          method,
          agent: false,
          rejectUnauthorized: true,
          signal,
          headers: {
            Accept: 'application/json',
            ...Object.fromEntries(headers),
            ...(body && { 'Content-Type': body.type, 'Content-Length': body.bytes.length }),
          },
        });
        request.on('error', (error) => failed(error));
        request.on('response', (response) => void answerOf(response).then(resolve, failed));
        request.end(body?.bytes);
      } catch (error) {
        // A credential with a character that no header may have; Node names the header, not the value.
        failed(error);
      }
    });
}

function bodyOf({ body }: Call): { type: string; bytes: Buffer } | null {
  if (!body) return null;
  if (body.kind === 'json')
    return { type: 'application/json', bytes: Buffer.from(JSON.stringify(body.value)) };
  const text = new URLSearchParams(body.fields).toString();
  return { type: 'application/x-www-form-urlencoded', bytes: Buffer.from(text) };
}

async function answerOf(response: http.IncomingMessage): Promise<Called> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestAnswer) {
      response.destroy();
      return { kind: 'failed', ...says('answer-long') };
    }
    chunks.push(chunk);
  }
  return { kind: 'responded', statusCode: response.statusCode ?? 0, body: readBody(Buffer.concat(chunks)) };
}

function readBody(bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const unreached = (origin: string, error: unknown): Saying =>
  says('not-reached', { origin, reason: error instanceof Error ? error.message : String(error) });
