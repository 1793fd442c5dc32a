/** How the process ends (design §4). */
export const exitCode = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** What a person can meet and set right. The message says what happened, where, and what to do. */
export class Failure extends Error {
  readonly exitCode: ExitCode;
  constructor(message: string, code: ExitCode = exitCode.failed, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
    this.exitCode = code;
  }
}

/** The text of whatever was thrown. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The system's code of an error (`EADDRINUSE`), looked for in its causes too. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return systemCode(error.cause);
}
