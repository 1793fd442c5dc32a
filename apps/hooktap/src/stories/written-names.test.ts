import { expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/test-support/temporary-folder.ts';
import { openRig } from './test-support/story-rig.ts';

const known = { providers: ['github', 'correio'], handshakes: ['zoom'] };

it('a name that nobody has is refused in the API, by the names of the last configuration', async () => {
  await using rig = await openRig({ endpoints: [] });
  const { endpoints } = rig.hooktap.inspection;
  expect(rig.hooktap.applyEndpoints([], known)).toEqual({ ok: true });
  expect(await endpoints.put({ name: 'in', path: '/in', provider: 'githup' })).toMatchObject({
    ok: false,
    error: {
      code: 'endpoint-invalid',
      errors: [{ path: 'provider', message: "There is no provider 'githup'. Near to it: github." }],
    },
  });
  expect(await endpoints.put({ name: 'in', path: '/in', filter: 'status:failed' })).toMatchObject({
    ok: false,
    error: { errors: [{ path: 'filter' }] },
  });
  expect(endpoints.get('in')).toBeNull();
  expect(await endpoints.put({ name: 'in', path: '/in', provider: 'correio' })).toMatchObject({ ok: true });
});

it('an endpoint made before stays, though the pack that it names is gone', async () => {
  await using folder = await temporaryFolder();
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints: [] });
    rig.hooktap.applyEndpoints([], known);
    const made = { name: 'in', path: '/in', provider: 'correio' };
    expect(await rig.hooktap.inspection.endpoints.put(made)).toMatchObject({ ok: true });
  }
  await using rig = await openRig({ dataDir: folder.path, endpoints: [] });
  expect(rig.hooktap.applyEndpoints([], { ...known, providers: ['github'] })).toEqual({ ok: true });
  expect(rig.hooktap.inspection.endpoints.get('in')).toMatchObject({ config: { provider: 'correio' } });
});
