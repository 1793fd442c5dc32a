import type { Seq, StreamMessage } from '@hooktap/protocol';
import { backOff, pause } from './back-off.ts';
import { MessageQueue } from './message-queue.ts';
import { HooktapProblem } from './problem.ts';
import { ResumePoint } from './resume-point.ts';
import { runSession } from './stream-session.ts';
import type { StreamSocketConstructor } from './web-socket-port.ts';

/** `waiting`: for the next try. `refused`: the token or this host is not accepted; no further try is made. */
export type StreamState = 'connecting' | 'live' | 'waiting' | 'refused';

export interface StreamOptions {
  /** The last seq seen, such as that of a snapshot; what came after it follows. */
  readonly after?: Seq;
  readonly signal?: AbortSignal;
  readonly onState?: (state: StreamState) => void;
}

export interface StreamTiming {
  readonly silenceMs: number;
  readonly firstDelayMs: number;
  readonly mostDelayMs: number;
}
export const usualTiming: StreamTiming = { silenceMs: 35_000, firstDelayMs: 250, mostDelayMs: 5000 };

/** An iterating program that falls this far behind is told to fetch afresh. */
const queueLimit = 10_000;

export interface StreamSource {
  readonly origin: string;
  readonly token: string;
  readonly WebSocket: StreamSocketConstructor;
  readonly timing: StreamTiming;
  /** Asks the API anything: a browser does not say why a WebSocket was refused. */
  readonly probe: (signal: AbortSignal) => Promise<unknown>;
}

/** Everything that happens, over as many connections as it takes. Ends where the signal fires. */
export async function* streamMessages(
  source: StreamSource,
  { after, signal, onState = () => {} }: StreamOptions,
): AsyncGenerator<StreamMessage, void> {
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  if (signal?.aborted) return;
  signal?.addEventListener('abort', leave);
  const queue = new MessageQueue<StreamMessage>();
  const connected = keepConnected(source, new ResumePoint(after), queue, leaving.signal, onState);
  connected.then(
    () => queue.end(),
    (error: unknown) => queue.fail(error),
  );
  try {
    yield* queue.drain();
  } finally {
    leave();
    signal?.removeEventListener('abort', leave);
  }
}

async function keepConnected(
  source: StreamSource,
  point: ResumePoint,
  queue: MessageQueue<StreamMessage>,
  signal: AbortSignal,
  onState: (state: StreamState) => void,
): Promise<void> {
  const { WebSocket, token, timing } = source;
  const onMessage = (message: StreamMessage) => {
    if (signal.aborted) return;
    if (message.type === 'hello') onState('live');
    if (!point.take(message)) return;
    if (queue.length >= queueLimit) queue.replace({ type: 'resync', seq: point.after ?? message.seq });
    else queue.push(message);
  };
  for (let tries = 0; !signal.aborted; tries++) {
    onState('connecting');
    const url = streamUrl(source.origin, point.after);
    const { spoke } = await runSession({
      WebSocket,
      url,
      token,
      silenceMs: timing.silenceMs,
      signal,
      onMessage,
    });
    if (signal.aborted) return;
    const refusal = spoke ? null : await findRefusal(source, signal);
    if (refusal) {
      onState('refused');
      throw refusal;
    }
    if (signal.aborted) return;
    if (spoke) tries = 0;
    onState('waiting');
    await pause(backOff(tries, timing.firstDelayMs, timing.mostDelayMs, Math.random()), signal);
  }
}

async function findRefusal(source: StreamSource, signal: AbortSignal): Promise<HooktapProblem | null> {
  try {
    await source.probe(signal);
  } catch (error) {
    if (error instanceof HooktapProblem && (error.status === 401 || error.status === 403)) return error;
  }
  return null;
}

function streamUrl(origin: string, after: Seq | undefined): string {
  const url = new URL('/api/stream', origin);
  url.protocol = url.protocol.replace('http', 'ws');
  if (after !== undefined) url.searchParams.set('after', String(after));
  return url.href;
}
