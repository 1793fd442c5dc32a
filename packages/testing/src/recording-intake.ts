import { createHash } from 'node:crypto';
import type { BodyWriter, Intake, ReceivedRequest, Sender, StoredBody, StoreError } from '@hooktap/core';
import type { RejectedRequest } from '@hooktap/protocol';

/** A body writer that keeps the bytes in memory. */
export function memoryBodyWriter(): BodyWriter {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  return {
    write(chunk) {
      hash.update(chunk);
      chunks.push(Buffer.from(chunk));
      return undefined;
    },
    finish(): StoredBody {
      const bytes = Buffer.concat(chunks);
      return { size: bytes.length, sha256: hash.digest('hex'), content: { kind: 'inline', bytes } };
    },
    discard() {},
  };
}

/** A body writer that counts and forgets, taking each piece in the next turn as a slow disk would. */
export function discardingBodyWriter(): BodyWriter {
  const hash = createHash('sha256');
  let size = 0;
  return {
    write(chunk) {
      hash.update(chunk);
      size += chunk.length;
      return new Promise((resolve) => setImmediate(resolve));
    },
    finish: (): StoredBody => ({ size, sha256: hash.digest('hex'), content: { kind: 'blob' } }),
    discard() {},
  };
}

export interface RecordingIntakeOptions {
  /** How each request is answered; `200 ok` by default. */
  readonly answer?: (request: ReceivedRequest, sender: Sender) => Promise<unknown>;
  readonly openBody?: () => BodyWriter;
  /** Outstanding probe nonces. */
  readonly probes?: readonly string[];
}

/** An intake of a test that keeps what it is handed. */
export interface RecordingIntake extends Intake {
  readonly received: ReceivedRequest[];
  readonly refused: RejectedRequest[];
  /** Why bodies could not be kept. */
  readonly troubles: StoreError[];
  /** Settles once that many requests (refused ones included) came in. */
  count(wanted: number, deadlineMs?: number): Promise<void>;
}

const ok = (_request: ReceivedRequest, sender: Sender): Promise<unknown> =>
  sender.send({ statusCode: 200, headers: [['Content-Type', 'text/plain']], body: 'ok' });

export function recordingIntake(options: RecordingIntakeOptions = {}): RecordingIntake {
  const { answer = ok, openBody = memoryBodyWriter, probes = [] } = options;
  const received: ReceivedRequest[] = [];
  const refused: RejectedRequest[] = [];
  const troubles: StoreError[] = [];
  const waiting = new Set<() => void>();
  const noted = (): void => {
    for (const look of waiting) look();
  };
  return {
    received,
    refused,
    troubles,
    openBody,
    unstored: (error) => void troubles.push(error),
    async receive(request, sender) {
      received.push(request);
      noted();
      await answer(request, sender);
    },
    rejected(request) {
      refused.push(request);
      noted();
    },
    probeAnswer: (nonce) => (probes.includes(nonce) ? nonce : null),
    count: (wanted, deadlineMs = 30_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`${received.length + refused.length} of ${wanted} requests came in`)),
          deadlineMs,
        );
        const look = (): void => {
          if (received.length + refused.length < wanted) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

/** The bytes of a body that a memory writer kept. */
export function bytesOf(body: StoredBody): Buffer {
  if (body.content.kind !== 'inline') throw new Error('This body is not in memory.');
  return body.content.bytes;
}
