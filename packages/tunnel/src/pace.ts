/** How long the supervisor waits for what, in milliseconds. */
export interface Pace {
  registrationDeadlineMs: number;
  probeDeadlineMs: number;
  /** The waits for a name that the server still holds; then another is taken. */
  nameWaitsMs: readonly number[];
  /** The waits between the checks of a new tunnel; then it is opened anew. */
  proofWaitsMs: readonly number[];
  /** Without a request for this long, it is checked that requests still come through. */
  idleMs: number;
  /** How often the supervisor looks at the clock. */
  tickMs: number;
  /** Between a failed check of an open tunnel and the next. */
  recheckMs: number;
  firstRetryMs: number;
  /** The longest wait during the first ten minutes or so without a tunnel, and after. */
  retryCapMs: number;
  lateRetryCapMs: number;
  /** After a refusal. */
  refusedRetryMs: number;
}

export const defaultPace: Pace = {
  registrationDeadlineMs: 5_000,
  probeDeadlineMs: 5_000,
  // A server frees a name one second after its last socket.
  nameWaitsMs: [1_500, 5_000, 15_000],
  proofWaitsMs: [500, 1_000, 3_000],
  idleMs: 20_000,
  tickMs: 5_000,
  recheckMs: 500,
  firstRetryMs: 1_100,
  retryCapMs: 4_000,
  lateRetryCapMs: 30_000,
  refusedRetryMs: 20_000,
};

const EARLY_TRIES = 150;

/** The wait before the next try after so many failures in a row; `random` (0 to 1) spreads it upwards. */
export function retryWait(pace: Pace, failures: number, random: number): number {
  const cap = failures < EARLY_TRIES ? pace.retryCapMs : pace.lateRetryCapMs;
  const wait = Math.min(pace.firstRetryMs * 2 ** Math.min(failures, 20), cap);
  return wait * (1 + random / 5);
}
