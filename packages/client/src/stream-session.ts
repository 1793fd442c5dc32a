import { StreamMessage } from '@hooktap/protocol';
import type { StreamSocketConstructor } from './web-socket-port.ts';

export interface SessionOptions {
  readonly WebSocket: StreamSocketConstructor;
  readonly url: string;
  readonly token: string;
  /** This long without a message, and the connection counts as dead. */
  readonly silenceMs: number;
  readonly signal: AbortSignal;
  readonly onMessage: (message: StreamMessage) => void;
}

/** One connection, from its opening to its end. Answers whether it ever spoke. */
export const runSession = (options: SessionOptions): Promise<{ spoke: boolean }> =>
  new Promise((resolve) => {
    const { signal, silenceMs } = options;
    const socket = new options.WebSocket(options.url, ['hooktap', `bearer.${options.token}`]);
    let spoke = false;
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      clearTimeout(silence);
      signal.removeEventListener('abort', end);
      // A dead peer never answers the closing, so nothing waits for it.
      socket.close();
      resolve({ spoke });
    };
    let silence = setTimeout(end, silenceMs);
    signal.addEventListener('abort', end);
    socket.addEventListener('close', end);
    socket.addEventListener('error', end);
    socket.addEventListener('message', ({ data }) => {
      if (over) return;
      clearTimeout(silence);
      const message = read(data);
      if (message) {
        spoke = true;
        options.onMessage(message);
      }
      // From here on: the time that this side takes is not the server's silence.
      if (!over) silence = setTimeout(end, silenceMs);
    });
  });

/** Null for what a newer server says that this client does not know. */
function read(data: unknown): StreamMessage | null {
  if (typeof data !== 'string') return null;
  try {
    return StreamMessage.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}
