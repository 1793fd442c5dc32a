import type { FieldError, ReasonPart } from '@hooktap/protocol';
import { saying, type Wrong } from './field-fault.ts';
import { type RegistrationAnswers, type RegistrationFacts, sameAddress } from './registration-port.ts';
import type { RegistrationRecord } from './registration-record.ts';
import { registering } from './say.ts';

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
  readonly parts?: readonly ReasonPart[];
  readonly errors?: readonly FieldError[];
}

export type Prepared =
  | { readonly ok: true; readonly answers: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly error: RegistrationRefusal };

/** An outcome that says no. */
export const refusal = (
  code: RegistrationRefusal['code'],
  why: Wrong,
  errors?: RegistrationRefusal['errors'],
): { readonly ok: false; readonly error: RegistrationRefusal } => ({
  ok: false,
  error: { code, ...saying(why), ...(errors && { errors }) },
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
    const known = names.join(', ');
    const why = registering.sentence('not-asked', { title: facts.title, names: strange.join(', '), known });
    const said = registering.sentence('not-asked-for');
    const errors = strange.map((name) => ({ path: `answers.${name}`, ...said }));
    return refusal('registration-invalid', why, errors);
  }
  const missing = facts.asks.filter(({ name, optional }) => !optional && !answers[name]);
  if (missing.length === 0) return { ok: true, answers };
  return refusal(
    missing.every(({ secret }) => secret) ? 'credentials-missing' : 'registration-invalid',
    stillAsked(facts.title, missing),
    missing.map(({ name, says }) => ({ path: `answers.${name}`, message: says })),
  );
}

/** In codes the questions go by their variables and names: what they say is the pack's own English. */
function stillAsked(title: string, missing: RegistrationFacts['asks']): Wrong {
  const { message } = registering.sentence('still-asked', { title, missing: missing.map(asked).join('; ') });
  const names = missing.map(({ name, environment = name }) => environment).join(', ');
  return { message, parts: [registering.part('still-asked', { title, missing: names })] };
}

const asked = ({ says, environment }: RegistrationFacts['asks'][number]): string =>
  environment === undefined ? says : `${says} (${environment})`;

/** Credentials travel encrypted, or stay on this machine. */
function addressProblem(baseUrl: string): Wrong | null {
  if (!URL.canParse(baseUrl)) return registering.sentence('base-url', { url: baseUrl });
  const { protocol, hostname, username, search, hash } = new URL(baseUrl);
  if (username || search || hash) return registering.sentence('base-url-parts');
  if (protocol === 'https:') return null;
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'http:' && loopback ? null : registering.sentence('base-url-http');
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
export function nothingChosen({ title, asks }: RegistrationFacts): Wrong {
  const open = asks.filter(({ secret }) => !secret);
  const { message } = registering.sentence('no-webhook', {
    title,
    choices: open.map(({ says }) => says).join('; '),
  });
  const choices = open.map(({ name }) => name).join(', ');
  return { message, parts: [registering.part('no-webhook', { title, choices })] };
}
