import { describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
import { HooktapProblem } from './problem.ts';
import { serveHooktap, token } from './test-support/served-hooktap.ts';

async function problemOf(asked: Promise<unknown>): Promise<HooktapProblem> {
  const error = await asked.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (error instanceof HooktapProblem) return error;
  throw new Error(`Not a problem: ${String(error)}`);
}

describe('the client', () => {
  it('asks every route', async () => {
    await using hooktap = await serveHooktap();
    const client = createClient({ origin: hooktap.origin, token });
    const id = await hooktap.capture('/a', '0123456789');
    expect((await client.status()).counts.events).toBe(1);
    expect((await client.events({ q: '012', limit: 1 })).items.map((item) => item.id)).toEqual([id]);
    const event = await client.event(id);
    expect(event.requestTarget).toBe('/a');
    const text = async (content: Promise<{ bytes: Uint8Array }>) =>
      Buffer.from((await content).bytes).toString();
    expect(await text(client.eventBody(id))).toBe('0123456789');
    expect(await text(client.body(event.body.href, { view: 'decoded' }))).toBe('0123456789');
    const part = await client.body(event.body.href, { range: { start: 2, end: 4 } });
    expect([Buffer.from(part.bytes).toString(), part.size]).toEqual(['23', 10]);
    expect((await client.annotate(id, { note: 'n' })).note).toBe('n');
    const { delivery } = await client.replay(id, {
      target: 'http://127.0.0.1:1',
      edit: { body: { text: 'new' } },
    });
    expect(delivery.eventId).toBe(id);
    await expect.poll(async () => (await client.event(id)).delivery?.status).toBe('failed');
    const absent = await problemOf(client.attemptBody(delivery.id, 9, 'response'));
    expect(absent.code).toBe('not-found');
    expect((await client.remove({ ids: [id] })).ids).toEqual([id]);
    expect((await client.restore({ ids: [id] })).ids).toEqual([id]);
    expect((await client.rejected()).total).toBe(0);
    const opening = await fetch(await client.openingUrl(), { redirect: 'manual' });
    expect(opening.headers.get('location')).toBe(`/#token=${token}`);
    expect((await problemOf(client.rotateToken())).code).toBe('token-fixed');
    expect(await client.openApi()).toHaveProperty('openapi', '3.1.0');
  });

  it('throws problems with code, status and errors', async () => {
    await using hooktap = await serveHooktap();
    const client = createClient({ origin: hooktap.origin, token });
    const invalid = await problemOf(client.events({ limit: 0 }));
    expect(invalid).toMatchObject({ code: 'query-invalid', status: 400, errors: [{ path: 'limit' }] });
    const stranger = createClient({ origin: hooktap.origin, token: 'wrong' });
    expect(await problemOf(stranger.status())).toMatchObject({ code: 'token-invalid', status: 401 });
  });

  it('tells where a query cannot be read, and what could stand there', async () => {
    await using hooktap = await serveHooktap();
    const client = createClient({ origin: hooktap.origin, token });
    const q = 'provider:zavu stats:>=500';
    const misspelt = await problemOf(client.events({ q }));
    expect(misspelt).toMatchObject({
      code: 'query-invalid',
      status: 400,
      title: 'Bad Request',
      type: 'about:blank',
      suggestion: 'status',
      expectedPart: { code: expect.any(String) },
    });
    expect(q.slice(misspelt.offset).slice(0, misspelt.length)).toBe('stats');
    expect(misspelt.expected).toMatch(/field/);
    expect(misspelt.message).toBe(misspelt.detail);
    const elsewhere = await problemOf(client.deliveries({ q: 'status:failed AND (' }));
    expect([elsewhere.code, elsewhere.offset, elsewhere.suggestion]).toEqual([
      'query-invalid',
      19,
      undefined,
    ]);
  });

  it('says that nobody is there, or somebody else', async () => {
    await using hooktap = await serveHooktap();
    const { origin } = hooktap;
    await hooktap.stopServing();
    expect(await problemOf(createClient({ origin, token }).status())).toMatchObject({
      code: 'unreachable',
      status: 0,
    });
    const fetch = async () => new Response('<html>', { status: 200 });
    expect(await problemOf(createClient({ origin, token, fetch }).status())).toMatchObject({
      code: 'answer-invalid',
    });
    await hooktap.serveAgain();
  });

  it('gives the token to the API only', async () => {
    const client = createClient({ origin: 'http://127.0.0.1:1', token });
    await expect(client.body('//evil.example/api/')).rejects.toThrow(TypeError);
    await expect(client.body('http://evil.example/')).rejects.toThrow(TypeError);
  });
});
