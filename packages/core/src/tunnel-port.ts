import type { TunnelStatus } from '@hooktap/protocol';

/** An open way in from the internet, supervised. It is running from its creation until `close`. */
export interface Tunnel {
  status(): TunnelStatus;
  /** Every change of status, at once; the answer ends the subscription. */
  subscribe(listener: (status: TunnelStatus) => void): () => void;
  /** How many requests it can carry at a time; null before it is known or where there is no limit. */
  sockets(): number | null;
  close(): Promise<void>;
}
