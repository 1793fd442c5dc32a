import { type RawReceipt, sendRaw } from '@hooktap/testing';

export interface Callback {
  readonly method?: string;
  readonly target: string;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** Latin-1, one character per byte. */
  readonly body?: string;
}

/** The literal bytes of a request, as latin-1. Framing is the headers' own business. */
export function requestText({ method = 'POST', target, headers = [], body = '' }: Callback): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `${method} ${target} HTTP/1.1\r\n${lines}\r\n${body}`;
}

/** Sends a request with Host, Content-Length and a closed connection put before its headers. */
export async function send(port: number, callback: Callback & { readonly host?: string }): Promise<Answer> {
  const { host = `127.0.0.1:${port}`, headers = [], body = '' } = callback;
  const framing = [
    ['Host', host],
    ['Content-Length', String(body.length)],
    ['Connection', 'close'],
  ] as const;
  return answerOf(
    await sendRaw({
      port,
      bytes: requestText({ ...callback, headers: [...framing, ...headers] }),
      deadlineMs: 20_000,
    }),
  );
}

export interface Answer {
  readonly statusCode: number;
  readonly head: string;
  readonly body: string;
}

export function answerOf({ text, ended }: RawReceipt): Answer {
  const [, statusCode] = /^HTTP\/1\.1 (\d{3}) /.exec(text) ?? [];
  const end = text.indexOf('\r\n\r\n');
  if (statusCode === undefined || end === -1) throw new Error(`No answer (${ended}): ${text}`);
  return { statusCode: Number(statusCode), head: text.slice(0, end), body: text.slice(end + 4) };
}
