import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import type { ProviderRequest } from '@hooktap/core';
import { createCatalog } from '../catalog.ts';
import { requestFixture } from '../request-fixture.ts';
import type { ExplainContext } from './finding.ts';

export const catalog = createCatalog();
export const now = 1_780_000_000_000;
export const t = String(now / 1000);
export const secret = 'whsec_segredo';
export const hmac = (algorithm: string, key: string | Buffer, text: string | Buffer) =>
  createHmac(algorithm, key).update(text);
export const hex = (key: string | Buffer, text: string | Buffer): string =>
  hmac('sha256', key, text).digest('hex');

export interface Mistake {
  readonly class: string;
  readonly code: string;
  readonly provider: string;
  readonly request: ProviderRequest;
  readonly secrets?: readonly string[];
  readonly context?: Partial<ExplainContext>;
}

export const arrived = '{"id":"evt_1","type":"message.read","data":{"text":"Olá / 1","n":1.0,"to":"+55"}}';
export const zavu = (
  signed: string | Buffer,
  body: string | Buffer = arrived,
  key: string | Buffer = secret,
): ProviderRequest =>
  requestFixture({
    body,
    headers: [
      ['Content-Type', 'application/json'],
      [
        'X-Zavu-Signature',
        `t=${t},v2=${hex(key, Buffer.concat([Buffer.from(`${t}.`), Buffer.from(signed)]))}`,
      ],
    ],
  });
export const twilio = (signedUrl: string, url: string, headers: [string, string][] = []): ProviderRequest =>
  requestFixture({
    url,
    body: 'Body=Oi+a&From=%2B55',
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['X-Twilio-Signature', hmac('sha1', secret, `${signedUrl}BodyOi aFrom+55`).digest('base64')],
      ...headers,
    ],
  });
export const svix = (key: Buffer | string): ProviderRequest =>
  requestFixture({
    body: arrived,
    headers: [
      ['svix-id', 'msg_1'],
      ['svix-timestamp', t],
      ['svix-signature', `v1,${hmac('sha256', key, `msg_1.${t}.${arrived}`).digest('base64')}`],
    ],
  });
export const publicUrl = 'https://abc.example/sms?x=1';

export async function explained({
  provider,
  request,
  secrets = [secret],
  context,
}: Omit<Mistake, 'class' | 'code'>) {
  const result = await catalog.explain(provider, request, secrets, { receivedAt: now, ...context });
  if ('kind' in result) throw new Error(result.message);
  return result;
}

/** What is said of a request that bears one mistake; throws where a secret is among it, or its codes say something else. */
export async function named(mistake: Mistake) {
  const { verification, findings, tried, triedParts, fixes } = await explained(mistake);
  for (const one of mistake.secrets ?? [secret]) {
    if (JSON.stringify({ findings, verification }).includes(one.trim()))
      throw new Error('It shows a secret.');
  }
  for (const { detail, parts = [] } of findings) {
    const values = parts.flatMap((part) => Object.values(part.values ?? {}));
    if (parts.length === 0 || !values.every((value) => detail.includes(value)))
      throw new Error(`The codes do not say what the words say: ${detail}`);
  }
  if (triedParts?.length !== tried.length) throw new Error('Something that was tried has no code.');
  return {
    verdict: verification.verdict,
    found: findings.map(({ code, certain }) => [code, certain]),
    fixes: fixes.map(({ framework }) => framework),
  };
}

/** What `named` gives where the doctor is right. */
export const rightly = ({ code }: Mistake) => ({
  verdict: 'invalid',
  found: [[code, true]],
  fixes: ['express', 'fastify', 'next', 'hono', 'flask', 'rails', 'go'],
});
