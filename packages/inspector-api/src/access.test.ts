import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openRig, token } from './test-support/inspector-rig.ts';

const fresh = 'battery-staple-of-tomorrow';
const bearer = (given: string) => ({ headers: { Authorization: `Bearer ${given}` } });

describe('a rotated token', () => {
  it('is the only one that counts, and what the old one opened is cut off', async () => {
    await using rig = await openRig({ renewToken: () => fresh });
    const stream = new WebSocket(`${rig.api.origin.replace('http', 'ws')}/api/stream`, [
      'hooktap',
      `bearer.${token}`,
    ]);
    const closed = new Promise((resolve) => stream.on('close', resolve));
    await new Promise((resolve, reject) => stream.on('open', resolve).on('error', reject));
    const answer = await rig.ask('/api/token/rotate', { method: 'POST' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ rotated: true });
    await closed;
    expect((await rig.ask('/api/status')).status).toBe(401);
    expect((await fetch(`${rig.api.origin}/api/status`, bearer(fresh))).status).toBe(200);
  });

  it('is refused where it is set from outside', async () => {
    await using rig = await openRig();
    const answer = await rig.ask('/api/token/rotate', { method: 'POST' });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'token-fixed' });
    expect((await rig.ask('/api/status')).status).toBe(200);
  });

  it('takes the token to be rotated', async () => {
    await using rig = await openRig({ renewToken: () => fresh });
    const asked = await fetch(`${rig.api.origin}/api/token/rotate`, { method: 'POST' });
    expect(asked.status).toBe(401);
    expect((await rig.ask('/api/status')).status).toBe(200);
  });
});

describe('an opening', () => {
  const follow = (url: string, init: RequestInit = {}) => fetch(url, { redirect: 'manual', ...init });

  it('leads one browser to the token, once', async () => {
    await using rig = await openRig();
    const url = rig.api.openingUrl();
    expect(url).not.toContain(token);
    expect((await follow(url, { method: 'HEAD' })).status).toBe(404);
    const first = await follow(url);
    expect([first.status, first.headers.get('location')]).toEqual([303, `/#token=${token}`]);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect((await follow(url)).headers.get('location')).toBe('/');
  });

  it('is given out against the token only', async () => {
    await using rig = await openRig();
    const asked = await fetch(`${rig.api.origin}/api/openings`, { method: 'POST' });
    expect(asked.status).toBe(401);
    const answer = await rig.ask('/api/openings', { method: 'POST' });
    expect(answer.status).toBe(201);
    const { path } = (await answer.json()) as { path: string };
    expect((await follow(`${rig.api.origin}${path}`)).headers.get('location')).toBe(`/#token=${token}`);
  });

  it('is not found by guessing, nor from a foreign page', async () => {
    await using rig = await openRig();
    expect((await follow(`${rig.api.origin}/open/guess`)).headers.get('location')).toBe('/');
    const url = rig.api.openingUrl();
    const foreign = await follow(url, { headers: { Origin: 'http://evil.example' } });
    expect(foreign.status).toBe(403);
    expect((await follow(url)).headers.get('location')).toBe(`/#token=${token}`);
  });
});
