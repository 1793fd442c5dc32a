import { Buffer } from 'node:buffer';
import type { SignatureScheme } from '../signature/scheme.ts';
import type { ExplainContext, MistakeCode } from './finding.ts';

/** A key that may have been meant. `says` never holds the secret. */
export interface KeyVariant {
  readonly code: MistakeCode;
  readonly says: string;
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
      ? [{ code: 'other-endpoint-secret', says: `the secret of the endpoint ${endpoint}`, key }]
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
  const add = (code: MistakeCode, says: string, key: Buffer | null): void => {
    if (key) variants.push({ code, says, key });
  };
  const trimmed = secret
    .trim()
    .replace(/^(['"])(.*)\1$/, '$2')
    .trim();
  if (trimmed !== secret)
    add('secret-blank', 'the secret without the blanks or quotes around it', scheme.key(trimmed));
  // At the other side: pasted into a panel, or read from a file or an .env that is not trimmed.
  const around: [string, string][] = [
    ['a line break after it', `${trimmed}\n`],
    ['a blank after it', `${trimmed} `],
    ['a blank before it', ` ${trimmed}`],
    ['quotes around it', `"${trimmed}"`],
    ['single quotes around it', `'${trimmed}'`],
  ];
  for (const [says, text] of around) {
    if (text !== secret) add('secret-blank', `the secret with ${says}`, scheme.key(text));
  }
  if (scheme.algorithm === 'ed25519') return variants;
  const prefix = prefixes.find((one) => trimmed.startsWith(one));
  const bare = prefix ? trimmed.slice(prefix.length) : trimmed;
  const text = (value: string): Buffer => Buffer.from(value, 'utf8');
  if (prefix) add('secret-prefix', `the secret without ${prefix}`, text(bare));
  else add('secret-prefix', 'the secret with whsec_ before it', text(`whsec_${trimmed}`));
  const whole = prefix
    ? `the whole secret as it stands, with ${prefix}`
    : 'the secret as it stands, not decoded';
  add('secret-encoding', whole, text(trimmed));
  if (/^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(bare)) {
    add('secret-encoding', 'the secret decoded from base64', Buffer.from(bare, 'base64'));
  }
  if (/^([0-9a-fA-F]{2}){8,}$/.test(bare))
    add('secret-encoding', 'the secret decoded from hex', Buffer.from(bare, 'hex'));
  add('secret-encoding', 'the secret encoded in base64', text(text(bare).toString('base64')));
  return variants;
}
