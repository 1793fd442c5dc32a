/** What the stream needs of a WebSocket: the browser's own, or that of `ws`. */
export interface StreamSocket {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  close(): void;
}
export type StreamSocketConstructor = new (url: string, protocols: string[]) => StreamSocket;

/** The platform's own, where it has one (browsers, Node 22). */
export const platformSocket = (): StreamSocketConstructor | undefined =>
  (globalThis as { WebSocket?: StreamSocketConstructor }).WebSocket;
