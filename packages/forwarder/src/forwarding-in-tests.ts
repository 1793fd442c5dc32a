import {
  type BodyBytes,
  type ForwardOptions,
  type ForwardResult,
  type OutgoingRequest,
  parseTarget,
  type Target,
} from '@hooktap/core';
import { memoryBodyWriter } from '@hooktap/testing';
import { createForwarder, type ForwarderOptions } from './create-forwarder.ts';

export function targetAt(text: string): Target {
  const parsed = parseTarget(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.target;
}

export const bodyOf = (...pieces: (Buffer | string)[]): BodyBytes => {
  const chunks = pieces.map((piece) => Buffer.from(piece));
  return {
    size: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    async *read() {
      yield* chunks;
    },
  };
};

export type Given = Partial<Omit<OutgoingRequest, 'target'>> & Partial<ForwardOptions>;

export const requestTo = (target: string, given: Given = {}): OutgoingRequest => ({
  target: targetAt(target),
  method: given.method ?? 'POST',
  requestTarget: given.requestTarget ?? '/',
  rawHeaders: given.rawHeaders ?? [['Host', 'x']],
  body: given.body ?? bodyOf(),
});

export const optionsOf = (given: Given = {}): ForwardOptions => ({
  timeoutMs: given.timeoutMs ?? 5_000,
  signal: given.signal ?? new AbortController().signal,
  openBody: given.openBody ?? memoryBodyWriter,
  recordLimit: given.recordLimit ?? 1_000_000,
  ...(given.tap && { tap: given.tap }),
});

/** One attempt with a forwarder of its own. */
export async function forwardOnce(
  target: string,
  given: Given = {},
  options: ForwarderOptions = {},
): Promise<ForwardResult> {
  const forwarder = createForwarder(options);
  try {
    return await forwarder.forward(requestTo(target, given), optionsOf(given));
  } finally {
    await forwarder.close();
  }
}
