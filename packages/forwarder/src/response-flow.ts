import type { IncomingMessage } from 'node:http';
import type { ResponseRecording } from './response-recording.ts';

/** Records a piece; what comes after it waits where the record or the sender has to catch up. */
export function takeOrPause(
  response: IncomingMessage,
  chunk: Buffer,
  recording: ResponseRecording,
  onBug: (bug: unknown) => void,
): void {
  let pending: Promise<unknown> | undefined;
  try {
    pending = recording.take(chunk);
  } catch (bug) {
    onBug(bug);
    return;
  }
  if (!pending) return;
  response.pause();
  pending.then(() => response.resume(), onBug);
}

/** Takes what the parser had ready when it failed: each read gives a last 'data'. */
export function takeWhatIsLeft(response: IncomingMessage): void {
  while (!response.isPaused() && response.read() !== null);
}
