import type { ReasonPart, Saying } from '@hooktap/protocol';
import { doctor } from '../explain/doctor.ts';
import type { Claim, SignatureScheme } from './scheme.ts';

export interface ClockProblem {
  readonly code: 'too-old' | 'too-new' | 'malformed';
  readonly reason: string;
  readonly parts: readonly ReasonPart[];
}

const says = (code: ClockProblem['code'], { message, parts }: Saying): ClockProblem => ({
  code,
  reason: message,
  parts,
});

/** The signed time in milliseconds since 1970; null where it is no plain number. */
export function signedTimeMs(scheme: SignatureScheme, claim: Claim): number | null {
  if (claim.timestamp === undefined || !/^\d{1,15}$/.test(claim.timestamp)) return null;
  return Number(claim.timestamp) * (scheme.timestampUnit === 'ms' ? 1 : 1000);
}

/** Why the signed time is not accepted, in words; null where it is, or where the scheme signs none. */
export function clockProblem(scheme: SignatureScheme, claim: Claim, receivedAt: number): ClockProblem | null {
  const { tolerance } = scheme;
  if (!tolerance || claim.timestamp === undefined) return null;
  const signedAt = signedTimeMs(scheme, claim);
  if (signedAt === null) return says('malformed', doctor.sentence('time-no-number'));
  const ageSeconds = Math.round((receivedAt - signedAt) / 1000);
  if (isAbsurd(ageSeconds)) {
    const unit = scheme.timestampUnit === 'ms' ? 'milliseconds' : 'seconds';
    const said = doctor.sentence('time-absurd', { timestamp: claim.timestamp, unit });
    return says(ageSeconds > 0 ? 'too-old' : 'too-new', said);
  }
  const arrived = clockText(receivedAt);
  const signed = clockText(signedAt);
  const { pastSeconds, futureSeconds } = tolerance;
  if (ageSeconds > pastSeconds) {
    const values = { arrived, span: spanText(ageSeconds), signed, allowed: String(pastSeconds) };
    return says('too-old', doctor.sentence('time-old', values));
  }
  if (-ageSeconds > futureSeconds) {
    const values = { arrived, span: spanText(-ageSeconds), signed, allowed: String(futureSeconds) };
    return says('too-new', doctor.sentence('time-new', values));
  }
  return null;
}

/** Fifty years off is no clock that goes wrong. */
export const isAbsurd = (ageSeconds: number): boolean => Math.abs(ageSeconds) > 50 * 31_557_600;

/** ISO 8601, or words for a time that no calendar has. */
export function clockText(epochMs: number): string {
  return Math.abs(epochMs) <= 8.64e15 ? new Date(epochMs).toISOString() : 'a time beyond the calendar';
}

/** `45 s`, `12 min`, `3 h`, `2 d`: alike in many languages. */
export function spanText(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}
