import type { Claim, SignatureScheme } from './scheme.ts';

export type ClockProblem = { readonly code: 'too-old' | 'too-new' | 'malformed'; readonly reason: string };

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
  if (signedAt === null) return { code: 'malformed', reason: 'The signed timestamp is not a whole number.' };
  const ageSeconds = Math.round((receivedAt - signedAt) / 1000);
  if (isAbsurd(ageSeconds)) {
    const unit = scheme.timestampUnit === 'ms' ? 'milliseconds' : 'seconds';
    return {
      code: ageSeconds > 0 ? 'too-old' : 'too-new',
      reason: `The signed time ${claim.timestamp} is no time of our days in ${unit} since 1970.`,
    };
  }
  const clock = `By this machine's clock it arrived at ${clockText(receivedAt)}`;
  if (ageSeconds > tolerance.pastSeconds) {
    return {
      code: 'too-old',
      reason: `${clock}, ${spanText(ageSeconds)} after the signed time (${clockText(signedAt)}); ${tolerance.pastSeconds} s are allowed.`,
    };
  }
  if (-ageSeconds > tolerance.futureSeconds) {
    return {
      code: 'too-new',
      reason: `${clock}, ${spanText(-ageSeconds)} before the signed time (${clockText(signedAt)}); ${tolerance.futureSeconds} s are allowed.`,
    };
  }
  return null;
}

/** Fifty years off is no clock that goes wrong. */
export const isAbsurd = (ageSeconds: number): boolean => Math.abs(ageSeconds) > 50 * 31_557_600;

/** ISO 8601, or words for a time that no calendar has. */
export function clockText(epochMs: number): string {
  return Math.abs(epochMs) <= 8.64e15 ? new Date(epochMs).toISOString() : 'a time beyond the calendar';
}

/** `45 s`, `12 min`, `3 h`, `2 days`. */
export function spanText(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}
