import type { TunnelState } from '@hooktap/protocol';
import type { IconName } from '../parts/Icon.tsx';

export interface StateLook {
  readonly icon: IconName;
  readonly tone: 'ok' | 'warn' | 'bad' | 'quiet';
}

/** A shape and a colour for each state; its word stands beside it. */
export const stateLook: Readonly<Record<TunnelState, StateLook>> = {
  connecting: { icon: 'pending', tone: 'quiet' },
  open: { icon: 'good', tone: 'ok' },
  degraded: { icon: 'warning', tone: 'warn' },
  reconnecting: { icon: 'turning', tone: 'warn' },
  closed: { icon: 'off', tone: 'quiet' },
  failed: { icon: 'failed', tone: 'bad' },
};

/** The states in the order in which a tunnel comes to them. */
export const stateOrder = ['connecting', 'open', 'degraded', 'reconnecting', 'failed', 'closed'] as const;
