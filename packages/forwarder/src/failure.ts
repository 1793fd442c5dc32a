import type { Target } from '@hooktap/core';
import type { FailureKind } from '@hooktap/protocol';
import type { Phase } from './stopwatch.ts';

export interface Failure {
  readonly failure: FailureKind;
  readonly message: string;
}

/** Where the exchange stood when it failed. */
export interface FailedAt {
  readonly target: Target;
  readonly phase: Phase;
  /** A TCP connection was there, though perhaps no TLS on it yet. */
  readonly connected: boolean;
  readonly receivedBytes: number;
}

export const placeOf = ({ hostname, port }: Target): string =>
  `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`;

const duration = (ms: number): string => (ms < 1_000 ? `${ms} ms` : `${ms / 1_000} s`);

export const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

/** The error and, where several addresses were tried, those of each. */
export const codesOf = (error: Error): string[] =>
  error instanceof AggregateError
    ? [codeOf(error), ...error.errors.map((each) => (each instanceof Error ? codeOf(each) : ''))]
    : [codeOf(error)];

export const aborted: Failure = { failure: 'aborted', message: 'Hooktap ended the attempt.' };

export function timedOut(timeoutMs: number, { target, phase, connected }: FailedAt): Failure {
  const within = `within ${duration(timeoutMs)}.`;
  if (!connected && phase !== 'receive') {
    return { failure: 'timeout', message: `${placeOf(target)} did not accept a connection ${within}` };
  }
  if (phase === 'receive') {
    return { failure: 'timeout', message: `Your handler's response was not complete ${within}` };
  }
  return { failure: 'timeout', message: `Your handler did not answer ${within}` };
}

export const unparseable = (detail: string): Failure => ({
  failure: 'unparseable',
  message: `Your handler's response is not HTTP that can be read: ${detail}.`,
});

export function cutOff(at: FailedAt): Failure {
  if (at.phase !== 'receive') {
    return { failure: 'reset', message: 'Your handler closed the connection without a response.' };
  }
  return {
    failure: 'reset',
    message: `Your handler's response broke off after ${at.receivedBytes} bytes of its body.`,
  };
}

/** That a name has no address. */
export const isUnresolved = (code: string): boolean => /^(ENOTFOUND|EAI_\w+|ENODATA)$/.test(code);

/** What an error of the connection means to a person. */
export function failureOf(error: Error, at: FailedAt): Failure {
  const codes = codesOf(error);
  const [code = ''] = codes;
  const place = placeOf(at.target);
  if (code.startsWith('HPE_')) {
    const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : code;
    return unparseable(reason);
  }
  if (isUnresolved(code)) {
    return {
      failure: 'dns',
      message: `The name ${at.target.hostname} could not be resolved (${code}). Check the target.`,
    };
  }
  if (!at.connected) {
    if (codes.includes('ECONNREFUSED')) {
      return {
        failure: 'connection-refused',
        message: `Nothing listens on ${place}. Start your handler, then replay the event.`,
      };
    }
    if (codes.includes('ETIMEDOUT')) {
      return { failure: 'timeout', message: `${place} did not accept a connection in time (ETIMEDOUT).` };
    }
    return {
      failure: 'connection-refused',
      message: `${place} cannot be reached (${code || error.message}).`,
    };
  }
  if (at.target.protocol === 'https:' && (at.phase === 'queue' || at.phase === 'connect')) {
    return { failure: 'tls', message: `No TLS connection to ${place}: ${tlsReason(error)}` };
  }
  return cutOff(at);
}

function tlsReason(error: Error): string {
  const code = codeOf(error);
  if (/SELF_SIGNED|UNABLE_TO|CERT_|ALTNAME/.test(code)) {
    return `its certificate is not trusted (${code}). Allow it with --insecure-target.`;
  }
  return `the handshake failed (${code || error.message}). Does it speak https?`;
}
