import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '@hooktap/protocol';
import { describe, expect, it } from 'vitest';
import { openInspectorApi } from './open-inspector-api.ts';
import { openRig, token } from './test-support/inspector-rig.ts';

async function assets(): Promise<AsyncDisposable & { directory: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'hooktap-assets-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>Hooktap</title>');
  await writeFile(join(directory, 'assets', 'main-1a2b.js'), 'export {};');
  return { directory, [Symbol.asyncDispose]: () => rm(directory, { recursive: true }) };
}

describe('the screen', () => {
  it('is served without a token, never stored', async () => {
    await using files = await assets();
    await using rig = await openRig({ assetsDir: files.directory });
    for (const [path, type] of [
      ['/', 'text/html'],
      ['/events/evt_1', 'text/html'],
      ['/assets/main-1a2b.js', 'text/javascript'],
    ] as const) {
      const answer = await fetch(`${rig.api.origin}${path}`, { headers: { Accept: 'text/html' } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain(type);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
    }
  });

  it.each(['/assets/missing.js', '/../secret', '/%2e%2e/secret', '/%zz', '/.env'])(
    'has a problem for %s',
    async (path) => {
      await using files = await assets();
      await using rig = await openRig({ assetsDir: files.directory });
      const answer = await fetch(`${rig.api.origin}${path}`);
      expect(answer.status).toBe(404);
      expect(Problem.parse(await answer.json()).code).toBe('not-found');
    },
  );

  it('does not stand in for the API', async () => {
    await using files = await assets();
    await using rig = await openRig({ assetsDir: files.directory });
    const answer = await rig.ask('/api/nothing', { headers: { Accept: 'text/html' } });
    expect(Problem.parse(await answer.json()).code).toBe('not-found');
  });
});

describe('the port', () => {
  it('is told to be in use', async () => {
    await using rig = await openRig();
    const { inspection, api } = rig;
    const second = await openInspectorApi({ inspection, token, port: api.port, assetsDir: null });
    expect(second).toMatchObject({ ok: false, error: { kind: 'port-in-use' } });
  });

  it('is free again after a close', async () => {
    const rig = await openRig();
    const { inspection, api } = rig;
    await rig[Symbol.asyncDispose]();
    const second = await openInspectorApi({ inspection, token, port: api.port, assetsDir: null });
    expect(second.ok).toBe(true);
    if (second.ok) await second.api.close();
  });
});
