import net from 'node:net';
import type { Target } from '@hooktap/core';
import type { TargetHealth } from '@hooktap/protocol';
import { codesOf, failureOf, placeOf } from './failure.ts';
import { connecting } from './loopback-lookup.ts';

/** Connects and hangs up: whether something listens, nothing of how it answers. */
export function probeConnection(
  target: Target,
  timeoutMs: number,
): Promise<{ health: TargetHealth; reason: string }> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: target.hostname, port: target.port, ...connecting });
    const settle = (health: TargetHealth, reason: string): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ health, reason });
    };
    const timer = setTimeout(
      () => settle('down', `${placeOf(target)} did not accept a connection within ${timeoutMs} ms.`),
      timeoutMs,
    );
    socket.once('connect', () => settle('up', `Something listens on ${placeOf(target)}.`));
    socket.on('error', (error) => {
      const at = { target, phase: 'connect', connected: false, receivedBytes: 0 } as const;
      const isRefused = codesOf(error).includes('ECONNREFUSED');
      settle('down', isRefused ? `Nothing listens on ${placeOf(target)}.` : failureOf(error, at).message);
    });
  });
}
