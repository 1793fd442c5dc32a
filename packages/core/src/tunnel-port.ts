import type { TunnelProbe, TunnelRetry, TunnelStatus } from '@hooktap/protocol';

/** What a tunnel makes of being asked to try now. */
export type TunnelRetried = Exclude<TunnelRetry['kind'], 'too-soon'>;

/** An open way in from the internet, supervised. It is running from its creation until `close`. */
export interface Tunnel {
  status(): TunnelStatus;
  /** Every change of status, at once; the answer ends the subscription. */
  subscribe(listener: (status: TunnelStatus) => void): () => void;
  /** How many requests it can carry at a time; null before it is known or where there is no limit. */
  sockets(): number | null;
  /** The last looks at whether requests come through, newest first; few, and of this run. */
  probes(): readonly TunnelProbe[];
  /** Ends the wait before the next try, or looks now whether requests come through. */
  retry(): TunnelRetried;
  close(): Promise<void>;
}
