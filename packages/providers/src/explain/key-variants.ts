import { Buffer } from 'node:buffer';
import type { Saying } from '@hooktap/protocol';
import type { SignatureScheme } from '../signature/scheme.ts';
import { doctor } from './doctor.ts';
import type { ExplainContext, MistakeCode } from './finding.ts';

/** A key that may have been meant. `says` never holds the secret. */
export interface KeyVariant {
  readonly code: MistakeCode;
  readonly says: Saying;
  readonly key: Buffer;
}

const prefixes = ['whsec_', 'whsk_', 'sk_', 'v1,whsec_'];

/** The secrets of this endpoint taken another way, and those of other endpoints. */
export function keyVariants(
  scheme: SignatureScheme,
  secrets: readonly string[],
  context: ExplainContext,
): KeyVariant[] {
  const used = secrets.flatMap((secret) => scheme.key(secret) ?? []);
  const others = (context.otherSecrets ?? []).slice(0, 100).flatMap(({ endpoint, secret }): KeyVariant[] => {
    const key = scheme.key(secret);
    return key
      ? [{ code: 'other-endpoint-secret', says: doctor.sentence('secret-of', { endpoint }), key }]
      : [];
  });
  const ownTakenOtherwise = secrets.slice(0, 16).flatMap((secret) => takenOtherwise(scheme, secret));
  const seen = new Set(used.map((key) => key.toString('base64')));
  return [...ownTakenOtherwise, ...others].filter(({ key }) => {
    const name = key.toString('base64');
    return key.length > 0 && !seen.has(name) && seen.add(name);
  });
}

function takenOtherwise(scheme: SignatureScheme, secret: string): KeyVariant[] {
  const variants: KeyVariant[] = [];
  const add = (code: MistakeCode, says: Saying, key: Buffer | null): void => {
    if (key) variants.push({ code, says, key });
  };
  const trimmed = secret
    .trim()
    .replace(/^(['"])(.*)\1$/, '$2')
    .trim();
  if (trimmed !== secret) add('secret-blank', doctor.sentence('secret-bare'), scheme.key(trimmed));
  // At the other side: pasted into a panel, or read from a file or an .env that is not trimmed.
  const around = [
    ['secret-newline', `${trimmed}\n`],
    ['secret-blank-after', `${trimmed} `],
    ['secret-blank-before', ` ${trimmed}`],
    ['secret-quotes', `"${trimmed}"`],
    ['secret-single-quotes', `'${trimmed}'`],
  ] as const;
  for (const [code, text] of around) {
    if (text !== secret) add('secret-blank', doctor.sentence(code), scheme.key(text));
  }
  if (scheme.algorithm === 'ed25519') return variants;
  const prefix = prefixes.find((one) => trimmed.startsWith(one));
  const bare = prefix ? trimmed.slice(prefix.length) : trimmed;
  const text = (value: string): Buffer => Buffer.from(value, 'utf8');
  if (prefix) add('secret-prefix', doctor.sentence('secret-without', { prefix }), text(bare));
  else add('secret-prefix', doctor.sentence('secret-with', { prefix: 'whsec_' }), text(`whsec_${trimmed}`));
  const whole = prefix ? doctor.sentence('secret-whole', { prefix }) : doctor.sentence('secret-undecoded');
  add('secret-encoding', whole, text(trimmed));
  if (/^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(bare)) {
    add('secret-encoding', doctor.sentence('secret-base64'), Buffer.from(bare, 'base64'));
  }
  if (/^([0-9a-fA-F]{2}){8,}$/.test(bare))
    add('secret-encoding', doctor.sentence('secret-hex'), Buffer.from(bare, 'hex'));
  add('secret-encoding', doctor.sentence('secret-encoded'), text(text(bare).toString('base64')));
  return variants;
}
