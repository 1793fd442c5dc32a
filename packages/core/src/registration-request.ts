import { type RegistrationAnswers, type RegistrationFacts, sameAddress } from './registration-port.ts';
import type { RegistrationRecord } from './registration-record.ts';

/** What was asked for cannot be done; `message` says what to do. */
export interface RegistrationRefusal {
  readonly code:
    | 'not-found'
    | 'registration-invalid'
    | 'credentials-missing'
    | 'no-public-url'
    | 'provider-failed'
    | 'store-unavailable';
  readonly message: string;
  readonly errors?: readonly { path: string; message: string }[];
}

export type Prepared =
  | { readonly ok: true; readonly answers: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly error: RegistrationRefusal };

/** An outcome that says no. */
export const refusal = (
  code: RegistrationRefusal['code'],
  message: string,
  errors?: RegistrationRefusal['errors'],
): { readonly ok: false; readonly error: RegistrationRefusal } => ({
  ok: false,
  error: { code, message, ...(errors && { errors }) },
});

/** All answers together; those of the environment only where they go to the address that they are for. */
export function preparedAnswers(
  facts: RegistrationFacts,
  baseUrl: string,
  given: readonly RegistrationAnswers[],
): Prepared {
  const address = addressProblem(baseUrl);
  if (address) return refusal('registration-invalid', address);
  const known = sameAddress(baseUrl, facts.baseUrl) ? facts.known : {};
  const answers: Record<string, string> = {};
  for (const source of [known, ...given]) {
    for (const [name, value] of Object.entries(source)) if (value) answers[name] = value;
  }
  const names = facts.asks.map(({ name }) => name);
  const strange = Object.keys(answers).filter((name) => !names.includes(name));
  if (strange.length > 0) {
    const message = `${facts.title} is not asked for ${strange.join(', ')}, but for ${names.join(', ')}.`;
    const errors = strange.map((name) => ({ path: `answers.${name}`, message: 'not asked for' }));
    return refusal('registration-invalid', message, errors);
  }
  const missing = facts.asks.filter(({ name, optional }) => !optional && !answers[name]);
  if (missing.length === 0) return { ok: true, answers };
  return refusal(
    missing.every(({ secret }) => secret) ? 'credentials-missing' : 'registration-invalid',
    `Still to be said for ${facts.title}: ${missing.map(asked).join('; ')}.`,
    missing.map(({ name, says }) => ({ path: `answers.${name}`, message: says })),
  );
}

const asked = ({ says, environment }: RegistrationFacts['asks'][number]): string =>
  environment === undefined ? says : `${says} (${environment})`;

/** Credentials travel encrypted, or stay on this machine. */
function addressProblem(baseUrl: string): string | null {
  if (!URL.canParse(baseUrl)) return `'${baseUrl}' is no URL of a provider's API.`;
  const { protocol, hostname, username, search, hash } = new URL(baseUrl);
  if (username || search || hash) return 'The base URL has a host and a path, and nothing besides.';
  if (protocol === 'https:') return null;
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'http:' && loopback ? null : 'Credentials are only sent to https, or to this machine.';
}

/** The answers that are no secret: only they are stored. */
export function openAnswers(
  { asks }: RegistrationFacts,
  answers: RegistrationAnswers,
): Record<string, string> {
  const open = asks.filter(({ secret }) => !secret).map(({ name }) => name);
  return Object.fromEntries(open.flatMap((name) => (answers[name] ? [[name, answers[name]]] : [])));
}

/** `zavu sender=snd_1`: the same for the same place, readable, and without credentials. */
export const registrationId = (provider: string, open: RegistrationRecord['answers']): string =>
  [
    provider,
    ...Object.entries(open)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`),
  ].join(' ');

/** Where the answers name none of the provider's places. */
export const nothingChosen = ({ title, asks }: RegistrationFacts): string =>
  `This names no webhook of ${title}. Choose with: ${asks
    .filter(({ secret }) => !secret)
    .map(({ says }) => says)
    .join('; ')}.`;
