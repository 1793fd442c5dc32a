import { CommanderError } from 'commander';
import { type ExitCode, exitCode, Failure } from './failure.ts';
import { printable, printableLines } from './printable.ts';
import { program } from './program.ts';

/** Standard output may still be on its way into a pipe: the code is set, and the process ends by itself. */
function finish(code: ExitCode): void {
  process.exitCode = code;
  // A connection or timer that nobody closed must not keep a finished command alive.
  setTimeout(() => process.exit(), 2000).unref();
}

function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version are no errors; of the others commander has told.
    return error.exitCode === 0 ? exitCode.done : exitCode.usage;
  }
  if (error instanceof Failure) {
    process.stderr.write(`${printable(error.message)}\n`);
    return error.exitCode;
  }
  // Problems of the API and the store's failures say what to do; anything else is a defect of ours.
  const known = error instanceof Error && ['HooktapProblem', 'StoreError'].includes(error.name);
  const text =
    error instanceof Error ? ((known ? error.message : error.stack) ?? error.message) : String(error);
  process.stderr.write(`${printableLines(text)}\n`);
  return exitCode.failed;
}

/**
 * The command line: reads the process's arguments and sets its exit code.
 * `keepCode` is called once all that a start needs has run, so that the next one need not compile it.
 */
export async function main(keepCode: () => void): Promise<void> {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    await program(finish, keepCode).parseAsync();
  } catch (error) {
    finish(explain(error));
  }
}
