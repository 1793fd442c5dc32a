import type { RejectedRequest } from '@hooktap/protocol';
import type { ReceivedRequest, Sender } from './sender-port.ts';
import type { BodyWriter, StoreError } from './store-port.ts';

/** What the receiver hands its requests to. */
export interface Intake {
  openBody(): BodyWriter;
  /** Captures, answers, delivers. Settles when the sender has its answer or is gone; never rejects. */
  receive(request: ReceivedRequest, sender: Sender): Promise<void>;
  /** A body could not be kept, of which so many bytes had come; its sender has been told. */
  unstored(error: StoreError, bytes: number): void;
  /** Notes what the HTTP parser refused. */
  rejected(request: RejectedRequest): void;
  /**
   * The answer to a live probe of the public URL: the nonce's own text where it is outstanding,
   * null otherwise (then the request is an event like any other).
   */
  probeAnswer(nonce: string): string | null;
}
