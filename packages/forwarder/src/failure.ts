import type { Target } from '@hooktap/core';
import {
  attemptSentences,
  type FailureKind,
  type ReasonPart,
  type Saying,
  type Speaker,
  speakerOf,
} from '@hooktap/protocol';
import type { Phase } from './stopwatch.ts';

export interface Failure {
  readonly failure: FailureKind;
  readonly message: string;
  /** The message in codes. */
  readonly parts?: readonly ReasonPart[];
}

const says: Speaker<typeof attemptSentences>['sentence'] = speakerOf(attemptSentences).sentence;

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

export const aborted: Failure = { failure: 'aborted', ...says('attempt-ended') };

export function timedOut(timeoutMs: number, { target, phase, connected }: FailedAt): Failure {
  const time = duration(timeoutMs);
  if (!connected && phase !== 'receive') {
    return { failure: 'timeout', ...says('not-accepted', { place: placeOf(target), time }) };
  }
  if (phase === 'receive') {
    return { failure: 'timeout', ...says('not-complete', { time }) };
  }
  return { failure: 'timeout', ...says('not-answered', { time }) };
}

const unparseable = (said: Saying): Failure => ({ failure: 'unparseable', ...said });
export const oddStatus = (status: number): Failure =>
  unparseable(says('odd-status', { status: String(status) }));
export const switching = (status: number | undefined): Failure =>
  unparseable(says('switches', { status: String(status) }));

export function cutOff(at: FailedAt): Failure {
  if (at.phase !== 'receive') {
    return { failure: 'reset', ...says('closed-early') };
  }
  return {
    failure: 'reset',
    ...says('broke-off-after', { bytes: String(at.receivedBytes) }),
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
    return unparseable(says('not-http', { detail: reason }));
  }
  if (isUnresolved(code)) {
    return {
      failure: 'dns',
      ...says('name-unresolved', { host: at.target.hostname, code }),
    };
  }
  if (!at.connected) {
    if (codes.includes('ECONNREFUSED')) {
      return {
        failure: 'connection-refused',
        ...says('no-listener', { place }),
      };
    }
    if (codes.includes('ETIMEDOUT')) {
      return { failure: 'timeout', ...says('accepted-late', { place, code: 'ETIMEDOUT' }) };
    }
    return {
      failure: 'connection-refused',
      ...says('not-reachable', { place, code: code || error.message }),
    };
  }
  if (at.target.protocol === 'https:' && (at.phase === 'queue' || at.phase === 'connect')) {
    return { failure: 'tls', ...tlsFailure(place, error) };
  }
  return cutOff(at);
}

function tlsFailure(place: string, error: Error): Saying {
  const code = codeOf(error);
  if (/SELF_SIGNED|UNABLE_TO|CERT_|ALTNAME/.test(code)) return says('tls-untrusted', { place, code });
  return says('tls-handshake', { place, code: code || error.message });
}
