import { nearName } from '@hooktap/query';
import { exitCode, Failure } from './failure.ts';

/** Refuses a word that is nearly the name of a command; what is near to none may be meant as a target. */
export function refuseUnknownCommand(word: string, commands: readonly string[]): void {
  const near = nearName(word, commands);
  if (near === undefined) return;
  throw new Failure(
    `There is no command '${word}'. Did you mean hooktap ${near}? Commands are listed by hooktap --help.`,
    exitCode.usage,
  );
}
