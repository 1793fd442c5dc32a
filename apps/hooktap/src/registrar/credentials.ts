import { readFileSync } from 'node:fs';
import { Failure, reasonOf } from '../failure.ts';
import { askHidden, canAsk } from '../terminal-question.ts';

export type Answers = Readonly<Record<string, string | undefined>>;

interface Ask {
  readonly name: string;
  readonly says: string;
  readonly secret: boolean;
  readonly environment?: string | undefined;
  readonly optional?: boolean | undefined;
}

/** From the environment, else from the file, else asked for without an echo. Never from arguments. */
export async function credentials(
  title: string,
  asks: readonly Ask[],
  known: Answers,
  file: string | undefined,
): Promise<Record<string, string>> {
  const lines = file === undefined ? {} : readCredentialsFile(file);
  const found: Record<string, string> = {};
  for (const { name, says, secret, environment, optional } of asks) {
    const value = known[name] || (environment === undefined ? undefined : lines[environment]);
    if (value) found[name] = value;
    else if (secret && !optional) {
      if (!canAsk()) throw new Failure(missing(title, says, environment));
      const typed = await askHidden(`${title}, ${says}: `);
      if (typed === '') throw new Failure(missing(title, says, environment));
      found[name] = typed;
    }
  }
  return found;
}

const missing = (title: string, says: string, environment: string | undefined): string =>
  `${title} needs ${says}. ${environment === undefined ? 'Run this in a terminal to be asked for it.' : `Set ${environment}, or name a file that has it with --credentials-file.`}`;

/** `NAME=value` lines; `#` begins a comment line. Quotes around a value are taken off. */
export function readCredentialsFile(file: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure(`The credentials file cannot be read: ${reasonOf(error)}`);
  }
  const found: Record<string, string> = {};
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, name, value] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    // The line itself may hold a credential: only its number is told.
    if (name === undefined || value === undefined)
      throw new Failure(`Line ${index + 1} of ${file} is not NAME=value.`);
    found[name] = value.replace(/^(["'])(.*)\1$/, '$2');
  }
  return found;
}
