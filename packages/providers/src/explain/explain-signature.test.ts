import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { requestFixture } from '../request-fixture.ts';
import {
  arrived,
  catalog,
  explained,
  now,
  publicUrl,
  secret,
  svix,
  twilio,
  zavu,
} from './mistake-fixture.ts';

describe('the doctor names none', () => {
  it.each([
    ['zavu', zavu(arrived, arrived.replace('+55', '+54'))],
    ['twilio', { ...twilio(publicUrl, publicUrl), body: Buffer.from('Body=Oi+b&From=%2B55') }],
    [
      'svix',
      {
        ...svix(Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')),
        body: Buffer.from(arrived.replace('Olá', 'Ola')),
      },
    ],
  ])('%s: the body was tampered with', async (provider, request) => {
    const secrets = [secret, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'];
    const { verification, findings, tried } = await explained({
      provider,
      request,
      secrets,
      context: {
        otherSecrets: [{ endpoint: 'b', secret: 'whsec_b' }],
        otherUrls: ['http://localhost:3000/x'],
      },
    });
    expect(verification.verdict).toBe('invalid');
    expect(findings).toEqual([]);
    expect(tried.length).toBeGreaterThan(3);
  });

  it('a valid one has nothing to explain', async () => {
    expect(await explained({ provider: 'zavu', request: zavu(arrived) })).toMatchObject({
      verification: { verdict: 'valid' },
      findings: [],
    });
  });
});

describe('a large body', () => {
  const padded = (bytes: number) => `{"pad":"${'x'.repeat(bytes)}"}`;

  it('gets fewer tries, which is said, and everything else goes on meanwhile', async () => {
    const request = zavu('other', padded(900_000));
    const otherSecrets = Array.from({ length: 50 }, (_, index) => ({
      endpoint: `e${index}`,
      secret: `s${index}`,
    }));
    let turns = 0;
    let going = true;
    const others = (): void => {
      turns += 1;
      if (going) setImmediate(others);
    };
    others();
    const { findings, tried } = await explained({
      provider: 'zavu',
      request,
      context: { otherSecrets },
    });
    going = false;
    expect(findings).toEqual([]);
    expect(tried.at(-1)).toContain('not every combination');
    expect(turns).toBeGreaterThan(5);
  });

  it('beyond 1 MiB is tried with the other secrets alone', async () => {
    const body = padded(1_200_000);
    const mistake = { provider: 'zavu', request: zavu(body, body, 'segredo') };
    expect((await explained(mistake)).findings.map(({ code }) => code)).toEqual(['secret-prefix']);
  });
});

it('two mistakes at once are both named', async () => {
  const request = zavu(`${arrived}\n`, arrived, 'segredo');
  const { findings } = await explained({ provider: 'zavu', request });
  expect(findings.map(({ code }) => code)).toEqual(['secret-prefix', 'trailing-newline']);
});

describe('what is said', () => {
  it('of a plain GET: no callback whose signature was lost', async () => {
    const request = requestFixture({ method: 'GET' });
    const { findings } = await explained({ provider: 'zavu', request });
    expect(findings).toMatchObject([{ code: 'plain-get', certain: true }]);
  });

  it('of a missing signature: which header there should be', async () => {
    const { findings } = await explained({ provider: 'zavu', request: requestFixture({ body: arrived }) });
    expect(findings[0]?.detail).toContain('Zavu would send x-zavu-signature;');
  });

  it('of a time in the wrong unit: not how many thousand years it is off', async () => {
    const header = `t=${now},v2=00`;
    const request = requestFixture({ body: arrived, headers: [['X-Zavu-Signature', header]] });
    const clock = (await catalog.steps('zavu', request, [secret], now))[0]?.clock;
    expect(clock?.problem).toBe(`The signed time ${now} is no time of our days in seconds since 1970.`);
  });

  it('of a secret that the scheme cannot use: what it looks like', async () => {
    const { findings } = await explained({
      provider: 'svix',
      request: svix(Buffer.from('a stranger’s')),
      secrets: ['whsec_not base64!'],
    });
    expect(findings).toMatchObject([{ code: 'secret-kind', certain: false }]);
  });

  it('of a clock: by how much, once', async () => {
    const context = { receivedAt: now + 7_200_000 };
    const { findings } = await explained({ provider: 'zavu', request: zavu(arrived), context });
    expect(findings[0]?.detail).toBe(
      "The signature is right; its time is not. It is 2 h behind this machine's clock, and 300 s are allowed.",
    );
  });

  it('of another provider’s signature: which it is', async () => {
    const { findings } = await explained({ provider: 'stripe', request: zavu(arrived) });
    expect(findings[0]?.todo).toBe("Set provider: 'zavu' for this endpoint, or point Zavu at another path.");
  });

  it('of a signed URL: how the handler gets it, and nothing of raw bodies', async () => {
    const { fixes } = await explained({
      provider: 'twilio',
      request: twilio(publicUrl, publicUrl.replace('https', 'http')),
    });
    expect(fixes).toHaveLength(7);
    for (const { code } of fixes) expect(code).toMatch(/forwarded|trust|original_url|proxy_fix/i);
  });

  it('a long part of the signed text is cut between characters', async () => {
    const whole = 'x'.repeat(64 * 1024 - 1);
    const body = `${whole}é and more`;
    const [steps] = await catalog.steps('zavu', zavu(body, body), [secret], now);
    expect(steps?.signed.at(-1)).toMatchObject({ text: whole, cut: true });
  });
});
