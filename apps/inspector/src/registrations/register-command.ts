import type { RegistrationOffer } from '@hooktap/protocol';

type Ask = RegistrationOffer['asks'][number];

/** Of the command line these take no value. */
const switches = new Set(['project', 'v2']);

export const isSwitch = ({ name }: Ask): boolean => switches.has(name);

/** What is asked for on the screen: nothing that is a secret, and nothing that the environment answers. */
export const openAsks = ({ asks }: RegistrationOffer): readonly Ask[] =>
  asks.filter(({ secret, answered }) => !secret && !answered);

/** The environment variables without which Hooktap cannot log in there. */
export const missingVariables = ({ asks }: RegistrationOffer): readonly string[] =>
  asks
    .filter(({ secret, optional, answered }) => secret && !optional && !answered)
    .map(({ name, environment }) => environment ?? name);

const plain = /^[\w@%+=:,./-]+$/;

/** One word of a POSIX shell. */
const word = (text: string): string => (plain.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

interface Wanted {
  readonly answers: Readonly<Record<string, string>>;
  readonly path: string;
}

/** The lines to run in a terminal of the project; credentials are for the person to fill in, never here. */
export function registerCommand(offer: RegistrationOffer, { answers, path }: Wanted): string {
  const flags = openAsks(offer).flatMap((ask) => {
    const value = answers[ask.name] ?? '';
    if (value === '') return ask.optional ? [] : [`--${ask.name} …`];
    return [isSwitch(ask) ? `--${ask.name}` : `--${ask.name} ${word(value)}`];
  });
  const command = ['npx hooktap register', word(offer.provider), ...flags];
  if (path !== '') command.push(`--path ${word(path)}`);
  return [...missingVariables(offer).map((name) => `export ${name}=…`), command.join(' ')].join('\n');
}

export const unregisterCommand = (provider: string): string => `npx hooktap unregister ${word(provider)}`;
