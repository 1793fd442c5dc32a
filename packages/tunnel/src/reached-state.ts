import type { Tunnel } from '@hooktap/core';
import type { TunnelState, TunnelStatus } from '@hooktap/protocol';

/** For tests: the first status from now on that is in one of these states. */
export function reached(tunnel: Tunnel, ...states: TunnelState[]): Promise<TunnelStatus> {
  return new Promise((resolve) => {
    const unsubscribe = tunnel.subscribe((status) => check(status));
    const check = (status: TunnelStatus) => {
      if (!states.includes(status.state)) return;
      unsubscribe();
      resolve(status);
    };
    check(tunnel.status());
  });
}
