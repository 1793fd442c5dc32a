import net from 'node:net';
import type { Target, TargetLook } from '@hooktap/core';
import { handlerSentences, type Saying, type Speaker, speakerOf } from '@hooktap/protocol';
import { codeOf, codesOf, isUnresolved, placeOf } from './failure.ts';
import { connecting } from './loopback-lookup.ts';

const handlers: Speaker<typeof handlerSentences> = speakerOf(handlerSentences);

/** Connects and hangs up: whether something listens, nothing of how it answers. */
export function probeConnection(target: Target, timeoutMs: number): Promise<TargetLook> {
  const place = placeOf(target);
  return new Promise((resolve) => {
    const socket = net.connect({ host: target.hostname, port: target.port, ...connecting });
    const settle = (health: TargetLook['health'], { message, parts }: Saying): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ health, reason: message, parts });
    };
    const timer = setTimeout(
      () => settle('down', handlers.sentence('not-accepting', { place, ms: String(timeoutMs) })),
      timeoutMs,
    );
    socket.once('connect', () => settle('up', handlers.sentence('listens', { place })));
    socket.on('error', (error) => settle('down', unconnected(error, target)));
  });
}

function unconnected(error: Error, target: Target): Saying {
  const place = placeOf(target);
  const codes = codesOf(error);
  const [code = ''] = codes;
  if (isUnresolved(code)) return handlers.sentence('unresolved', { host: target.hostname, code });
  if (codes.includes('ECONNREFUSED')) return handlers.sentence('silent', { place });
  if (codes.includes('ETIMEDOUT')) return handlers.sentence('slow', { place, code: 'ETIMEDOUT' });
  return handlers.sentence('unreachable', { place, code: codeOf(error) || error.message });
}
