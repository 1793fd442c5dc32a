import { type EventId, ExportPreview, ExportSummary, type RawHeaders } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { type InspectorRig, openRig } from './test-support/inspector-rig.ts';

const body = JSON.stringify({
  type: 'message.inbound',
  data: {
    from: '+5511987654321',
    pushName: 'Maria da Silva',
    items: [{ text: 'Meu CPF' }, { text: 'outro', state: 'sent' }],
    '5511987654321': true,
    amount: 12,
  },
});
const headers: RawHeaders = [
  ['Host', 'quiet-river.loca.lt'],
  ['Content-Type', 'application/json'],
  ['User-Agent', 'Sender/1.0'],
  ['Authorization', 'Bearer very-secret'],
  ['X-Customer-5511987654321', 'yes'],
];

async function preview(rig: InspectorRig, query = 'format=ndjson'): Promise<ExportPreview> {
  const answer = await rig.ask(`/api/export/preview?${query}`);
  expect(answer.status).toBe(200);
  return ExportPreview.parse(await answer.json());
}

it('shows value by value what leaves and what stands in its place, with where it stood', async () => {
  await using rig = await openRig();
  await rig.capture({ requestTarget: '/hook/maria?token=tok_1&state=sent', headers, body });
  const { events, first } = await preview(rig);
  expect(events).toBe(1);
  const told = (first[0]?.values ?? []).map(({ place, name, before, kind }) => [place, name, before, kind]);
  expect(told).toEqual(
    expect.arrayContaining([
      ['body', 'type', 'message.inbound', null],
      ['body', 'data.from', '+5511987654321', 'phone'],
      ['body', 'data.pushName', 'Maria da Silva', 'name'],
      ['body', 'data.items[0].text', 'Meu CPF', 'text'],
      ['body', 'data.items[1].state', 'sent', null],
      ['body', 'key', '5511987654321', 'phone'],
      ['body', 'data.amount', '12', null],
      ['target', '', 'maria', null],
      ['target', 'token', 'tok_1', 'token'],
      ['header', 'Authorization', 'Bearer very-secret', 'token'],
      ['header', 'User-Agent', 'Sender/1.0', null],
      ['header', 'header name', 'X-Customer-5511987654321', 'token'],
    ]),
  );
});

it('tells the truth: what it says is replaced is in no export, what it says stays is', async () => {
  await using rig = await openRig({ target: 'http://127.0.0.1:9' });
  await rig.capture({ requestTarget: '/hook/maria?token=tok_1', headers, body });
  const { first } = await preview(rig, 'format=har');
  const values = first[0]?.values ?? [];
  expect(values.length).toBeGreaterThan(15);
  for (const format of ['ndjson', 'har', 'html', 'curl', 'http']) {
    const text = await (await rig.ask(`/api/export?format=${format}&safe=1`)).text();
    const searched = text.replaceAll('\\', '');
    for (const { before, kind } of values) if (kind !== null) expect(searched, format).not.toContain(before);
  }
  const text = await (await rig.ask('/api/export?format=har&safe=1')).text();
  for (const { before, kind } of values) if (kind === null) expect(text).toContain(before);
});

it('the summary says what stays, the rare before the many, and of which bodies nothing stays', async () => {
  await using rig = await openRig();
  const ids: EventId[] = [];
  for (const state of ['sent', 'sent', 'delivered', 'sent'])
    ids.push(
      await rig.capture({ requestTarget: `/hook/${ids.length}`, body: JSON.stringify({ state, n: 1 }) }),
    );
  await rig.capture({ requestTarget: '/xml', body: '<a>Maria</a>' });
  const ask = async (query: string) =>
    ExportSummary.parse(await (await rig.ask(`/api/export/summary?safe=1&${query}`)).json());
  const all = await ask('');
  expect(all).toMatchObject({ events: 5, judged: 5, replaced: { body: 1 } });
  const states = all.kept?.values.filter(({ name }) => name === 'state');
  expect(states?.map(({ value, times }) => [value, times])).toEqual([
    ['delivered', 1],
    ['sent', 3],
  ]);
  expect(all.kept?.wholeBodies).toBe(1);
  expect(all.kept?.numbers).toBeGreaterThan(4);
  expect(await ask('most=2')).toMatchObject({ events: 5, judged: 2 });
});

it('is bounded: three events, two hundred values of each, and none of them long', async () => {
  await using rig = await openRig();
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`f${index}`, 'word '.repeat(200)]),
  );
  for (const name of ['a', 'b', 'c', 'd'])
    await rig.capture({ requestTarget: `/${name}`, body: JSON.stringify(many) });
  const { events, first } = await preview(rig);
  expect([events, first.length]).toEqual([4, 3]);
  expect(first[0]?.values).toHaveLength(200);
  expect(first[0]?.others).toBeGreaterThan(300);
  expect(Math.max(...(first[0]?.values ?? []).map(({ before }) => before.length))).toBeLessThan(310);
  expect((await rig.ask('/api/export/preview?format=ndjson&q=(')).status).toBe(400);
  expect(await preview(rig, 'format=ndjson&q=path:/none')).toEqual({ events: 0, first: [] });
});
