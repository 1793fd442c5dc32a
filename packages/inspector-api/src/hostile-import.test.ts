import { exportFormats, ImportResult } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { type InspectorRig, openRig } from './test-support/inspector-rig.ts';

const line = (change: Record<string, unknown> = {}) =>
  JSON.stringify({
    hooktap: 1,
    receivedAt: '2026-01-02T03:04:05.678Z',
    method: 'POST',
    requestTarget: '/hook',
    rawHeaders: [['Content-Type', 'text/plain']],
    body: { text: 'x' },
    ...change,
  });

async function skipping(rig: InspectorRig, file: string): Promise<ImportResult> {
  const answer = await rig.ask('/api/import?faults=skip&list=1', { method: 'POST', body: file });
  expect(answer.status).toBe(200);
  return ImportResult.parse(await answer.json());
}

const total = async (rig: InspectorRig) => (await rig.inspection.store.page({ words: [], limit: 1 })).total;

it('what cannot be read is left out and told of; what was imported can be taken out again', async () => {
  await using rig = await openRig();
  const here = await rig.capture({ requestTarget: '/here' });
  const smuggled = line({ rawHeaders: [['X-Bad', 'a\r\nX-Evil: 1']] });
  const result = await skipping(rig, [line(), 'broken', smuggled, line({ pinned: true })].join('\n'));
  expect(result).toMatchObject({
    imported: 2,
    skipped: 2,
    oldest: '2026-01-02T03:04:05.678Z',
    faults: [
      { place: 'line 2', message: expect.stringContaining('no JSON') },
      { place: 'line 3', message: expect.stringContaining('X-Bad') },
    ],
  });
  expect(result.ids).toHaveLength(2);
  expect([result.firstId, result.lastId]).toEqual(result.ids);
  const removed = await rig.ask('/api/events/delete', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ids: result.ids, includePinned: true }),
  });
  expect(removed.status).toBe(200);
  const { items } = await rig.inspection.store.page({ words: [], limit: 10 });
  expect(items.map(({ id }) => id)).toEqual([here]);
});

it('ids of a file are never taken over: what is here stays as it is', async () => {
  await using rig = await openRig();
  const here = await rig.capture({ requestTarget: '/here', body: 'mine' });
  const result = await skipping(
    rig,
    [
      line({ id: here }),
      line({ id: here }),
      line({ id: '../../etc/passwd' }),
      line({ id: '__proto__' }),
    ].join('\n'),
  );
  expect(result).toMatchObject({ imported: 4, skipped: 0 });
  expect(new Set([here, ...(result.ids ?? [])]).size).toBe(5);
  expect(await (await rig.ask(`/api/events/${here}/body`)).text()).toBe('mine');
});

it.each([
  ['a day that is none', '2026-99-99T99:99:99.999Z'],
  ['a time before 1970', '0000-01-01T00:00:00.000Z'],
])('%s is told of', async (_what, receivedAt) => {
  await using rig = await openRig();
  expect(await skipping(rig, line({ receivedAt }))).toMatchObject({
    imported: 0,
    skipped: 1,
    faults: [{ place: 'line 1', message: expect.stringContaining('no time') }],
  });
});

it('a HAR of a time beyond all ids is told of, and so is one that is no HAR', async () => {
  await using rig = await openRig();
  const har = {
    log: {
      entries: [
        {
          startedDateTime: '+275760-09-13T00:00:00.000Z',
          request: { method: 'GET', url: 'http://a.example/', headers: [] },
        },
      ],
    },
  };
  expect(await skipping(rig, JSON.stringify(har))).toMatchObject({ imported: 0, skipped: 1 });
  expect(await skipping(rig, '{"log":{"entries":{"length":4294967295}}}')).toMatchObject({ skipped: 1 });
});

it('an endpoint that could be none is that of today; headers of any name are only headers', async () => {
  await using rig = await openRig();
  const result = await skipping(
    rig,
    line({
      endpoint: '\u001b[2J../<script>',
      rawHeaders: [
        ['__proto__', 'x'],
        ['constructor', 'y'],
        ['toString', 'z'],
      ],
    }),
  );
  const id = result.ids?.[0];
  const event = (await (await rig.ask(`/api/events/${id}`)).json()) as Record<string, unknown>;
  expect(event).toMatchObject({
    endpoint: 'default',
    rawHeaders: [
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['toString', 'z'],
    ],
  });
  for (const format of exportFormats)
    for (const safe of ['0', '1']) {
      const exported = await rig.ask(`/api/events/${id}/export?format=${format}&safe=${safe}`);
      expect(exported.status, format).toBe(200);
      expect((await exported.text()).length, format).toBeGreaterThan(20);
    }
});

it('20,000 lines that are no events are one short answer, and nothing is kept', async () => {
  await using rig = await openRig();
  const result = await skipping(rig, '{"hooktap":1}\n'.repeat(20_000));
  expect(result).toMatchObject({ imported: 0, skipped: 20_000, ids: [] });
  expect(result.faults).toHaveLength(100);
  expect(await total(rig)).toBe(0);
});

it('a note full of escapes and half characters comes out as it went in', async () => {
  await using rig = await openRig();
  const note = '\u001b[2J\u202e<script>alert(1)</script>\ud800';
  const result = await skipping(rig, line({ note, tags: [note.slice(0, 20)] }));
  const event = (await (await rig.ask(`/api/events/${result.ids?.[0]}`)).json()) as Record<string, unknown>;
  expect(event).toMatchObject({ note, tags: [note.slice(0, 20)] });
});
