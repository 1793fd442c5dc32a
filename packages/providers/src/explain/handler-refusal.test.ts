import { Buffer } from 'node:buffer';
import type { ProviderRequest } from '@hooktap/core';
import { describe, expect, it } from 'vitest';
import { arrived, catalog, now, publicUrl, secret, twilio, zavu } from './mistake-fixture.ts';

describe('a handler that refused a valid event', () => {
  const sent = (request: ProviderRequest, sentAt: number, statusCode = 401) => ({
    statusCode,
    sentAt,
    sent: { ...request, url: 'http://127.0.0.1:3000/hook' },
  });
  const why = (
    provider: string,
    request: ProviderRequest,
    attempt: Parameters<typeof catalog.explainRefusal>[3],
  ) =>
    catalog
      .explainRefusal(provider, request, [secret], attempt, { receivedAt: now })
      .map(({ code, certain }) => [code, certain]);

  it('was sent it too late', () => {
    expect(why('zavu', zavu(arrived), sent(zavu(arrived), now + 3_600_000))).toEqual([
      ['handler-stale', true],
    ]);
  });

  it('was sent an edited copy', () => {
    expect(why('zavu', zavu(arrived), sent({ ...zavu(arrived), body: Buffer.from('{}') }, now))).toEqual([
      ['handler-edited', true],
    ]);
  });

  it('may parse the body first, or have another secret', () => {
    expect(why('zavu', zavu(arrived), sent(zavu(arrived), now))).toEqual([
      ['handler-parsed-body', false],
      ['handler-other-secret', false],
      ['handler-refusal', false],
    ]);
  });

  it('sees another URL', () => {
    expect(
      why('twilio', twilio(publicUrl, publicUrl), sent(twilio(publicUrl, publicUrl), now, 403))[0],
    ).toEqual(['handler-url', false]);
  });

  it('said why, in the beginning of its answer', () => {
    const attempt = { ...sent(zavu(arrived), now), said: '\n{"error":"CSRF token missing"}' };
    const found = catalog.explainRefusal('zavu', zavu(arrived), [secret], attempt, { receivedAt: now });
    expect(found.at(-1)?.detail).toBe('The handler answered 401: {"error":"CSRF token missing"}');
  });

  it('said something else: nothing to explain', () => {
    expect(why('zavu', zavu(arrived), sent(zavu(arrived), now, 500))).toEqual([]);
  });
});
