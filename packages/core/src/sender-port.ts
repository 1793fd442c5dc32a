import type { RawHeaders, Via } from '@hooktap/protocol';
import type { ResponseTap } from './forwarder-port.ts';
import type { StoredBody } from './store-port.ts';

/** A request that the receiver read to its end (or to where it broke off). */
export interface ReceivedRequest {
  readonly receivedAt: number;
  readonly via: Via;
  readonly method: string;
  readonly requestTarget: string;
  readonly httpVersion: string;
  readonly rawHeaders: RawHeaders;
  readonly rawTrailers: RawHeaders;
  readonly remoteAddress: string;
  /** Scheme, host and port on which it came in, such as `http://127.0.0.1:4401`. */
  readonly localOrigin: string;
  readonly body: StoredBody;
  readonly bodyState: 'complete' | 'truncated' | 'aborted';
}

/** A whole answer of ours. */
export interface PlainReply {
  readonly statusCode: number;
  readonly headers: RawHeaders;
  readonly body: string;
}

/** The sender's end of the connection. Nothing here throws; a sender that left is a value. */
export interface Sender {
  /** Its connection is gone. */
  readonly hasLeft: boolean;
  /** Calls once when its connection is gone; at once where it is already. */
  onceGone(call: () => void): void;
  send(reply: PlainReply): Promise<'sent' | 'gone'>;
  /** Passes a handler's response on as it comes in. */
  readonly tap: ResponseTap;
  /** Whether the response's head has gone out. */
  headSent(): boolean;
  /** Ends the connection without a proper end, so that the sender knows of the cut. */
  destroy(): void;
}
