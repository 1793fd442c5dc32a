import { setTimeout as wait } from 'node:timers/promises';
import type { Forwarder, ForwardOptions, ForwardResult, OutgoingRequest } from '@hooktap/core';
import type { FailureKind, RawHeaders, TargetHealth, Timing } from '@hooktap/protocol';

/** What comes of one attempt: an answer, a failure, or nothing for as long as the picture is looked at. */
export type Scene =
  | {
      readonly kind: 'answers';
      readonly statusCode: number;
      readonly body?: string;
      readonly contentType?: string;
      readonly tookMs?: number;
      /** How long nothing happens after it. */
      readonly restMs?: number;
    }
  | {
      readonly kind: 'fails';
      readonly failure: FailureKind;
      readonly message: string;
      readonly tookMs?: number;
      readonly restMs?: number;
    }
  | { readonly kind: 'hangs' };

export const ok: Scene = { kind: 'answers', statusCode: 200, body: '{"received":true}' };

/** The phases of an attempt of that length; the short ones are those of a handler on the same machine. */
function timingOf(totalMs: number, cameTo: 'an answer' | 'no connection' | 'no answer'): Timing {
  const none = { queueMs: 0.1, connectMs: totalMs - 0.1, sendMs: 0, waitMs: 0, receiveMs: 0, totalMs };
  if (cameTo === 'no connection') return none;
  const [queueMs, connectMs, sendMs] = [0.4, 0.7, 0.3];
  const receiveMs = cameTo === 'an answer' ? 1.2 : 0;
  const waitMs = totalMs - queueMs - connectMs - sendMs - receiveMs;
  return { queueMs, connectMs, sendMs, waitMs, receiveMs, totalMs };
}

/**
 * A handler whose answers, failures and times are told before, so that a picture of them is always the same. It
 * stands at the forwarder's port: what real handlers do, and how long they take, is tested elsewhere.
 */
export class ScriptedHandler implements Forwarder {
  health: TargetHealth = 'up';
  readonly #scenes: Scene[] = [];
  readonly #passes: (ms: number) => void;

  /** `passes` is told how much time each attempt takes. */
  constructor(passes: (ms: number) => void) {
    this.#passes = passes;
  }

  /** What the next attempts come to; those after them are answered with 200. */
  expect(...scenes: readonly Scene[]): void {
    this.#scenes.push(...scenes);
  }

  async forward(request: OutgoingRequest, options: ForwardOptions): Promise<ForwardResult> {
    const sentHeaders = request.rawHeaders;
    const scene = this.#scenes.shift() ?? ok;
    if (scene.kind === 'hangs') {
      await wait(60_000, undefined, { signal: options.signal, ref: false }).catch(() => undefined);
      const message = 'Hooktap ended this attempt.';
      return {
        sentHeaders,
        timing: timingOf(0.1, 'no connection'),
        outcome: { kind: 'failed', failure: 'aborted', message },
      };
    }
    const { tookMs = 12.4, restMs = 0 } = scene;
    const isOut = scene.kind === 'fails' && scene.failure === 'timeout';
    const timing = timingOf(
      tookMs,
      scene.kind === 'answers' ? 'an answer' : isOut ? 'no answer' : 'no connection',
    );
    this.#passes(Math.round(tookMs));
    // Once the sender has its answer.
    if (restMs > 0) setTimeout(() => this.#passes(restMs), 20);
    if (scene.kind === 'fails') {
      const { failure, message } = scene;
      return { sentHeaders, timing, outcome: { kind: 'failed', failure, message } };
    }
    return { sentHeaders, timing, outcome: await answer(scene, options) };
  }

  async probe(): Promise<{ health: TargetHealth; reason: string }> {
    const reason = this.health === 'up' ? 'It listens.' : 'Nothing listens on localhost:3000.';
    return { health: this.health, reason };
  }

  async close(): Promise<void> {}
}

async function answer(
  { statusCode, body = '', contentType = 'application/json' }: Extract<Scene, { kind: 'answers' }>,
  { openBody, tap }: ForwardOptions,
): Promise<ForwardResult['outcome']> {
  const bytes = Buffer.from(body);
  const rawHeaders: RawHeaders = [
    ['Content-Type', contentType],
    ['Content-Length', String(bytes.length)],
  ];
  await tap?.head(statusCode, '', rawHeaders);
  if (bytes.length > 0) await tap?.data(bytes);
  tap?.end([]);
  const writer = openBody();
  if (bytes.length > 0) await writer.write(bytes);
  const response = { statusCode, rawHeaders, body: await writer.finish(), bodyState: 'complete' } as const;
  return { kind: 'responded', response };
}
