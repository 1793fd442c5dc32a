import { ExportSummary, Histogram, ImportResult, type RawHeaders } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { type InspectorRig, openRig } from './test-support/inspector-rig.ts';

const hostile: RawHeaders = [
  ['Host', 'hooks.example.com'],
  ['X-Twice', 'a'],
  ['x-twice', "b 'quoted' $(touch /tmp/never) `id`"],
  ['X-Latin', 'caf\xe9'],
  ['Content-Type', 'application/json'],
];

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const textOf = async (rig: InspectorRig, path: string) => (await rig.ask(path)).text();
const send = (rig: InspectorRig, body: string | Buffer, query = '') =>
  rig.ask(`/api/import${query}`, { method: 'POST', body: new Uint8Array(Buffer.from(body)) });

async function stored(rig: InspectorRig, q = '') {
  const { items } = await rig.inspection.store.page({ words: q === '' ? [] : [q], limit: 500 });
  return Promise.all(
    items.map(async ({ id }) => {
      const event = await rig.inspection.store.event(id);
      return { event, body: await bytesOf(await rig.ask(`/api/events/${id}/body`)) };
    }),
  );
}

it.each(['ndjson', 'har'])(
  '%s out and in again: bytes, headers, order and times are the same',
  async (format) => {
    await using from = await openRig();
    const bodies = ['{"a":"olá"}', Buffer.from([0, 255, 254, 10, 13]), '', '\uFEFFwith a mark\u2028\n'];
    for (const [index, body] of bodies.entries()) {
      await from.capture({ requestTarget: `/hook/${index}?q=a%20b&q=2`, headers: hostile, body });
    }
    const first = (await stored(from)).at(-1)?.event;
    await from.inspection.annotate(first?.id as never, { pinned: true, note: 'a note', tags: ['one'] });
    const response = await from.ask(`/api/export?format=${format}`);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="hooktap-events.${format}"`,
    );
    const file = await bytesOf(response);

    await using to = await openRig({ target: 'http://127.0.0.1:9' });
    const answer = await send(to, file);
    expect(answer.status).toBe(200);
    const result = ImportResult.parse(await answer.json());
    expect(result.imported).toBe(4);
    const [before, after] = [await stored(from), await stored(to)];
    expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body));
    const facts = ({ event }: (typeof before)[number]) => {
      if (!event) throw new Error('It is gone.');
      const { receivedAt, method, requestTarget, path, url, rawHeaders, remoteAddress, reply, body } = event;
      const { sha256, state, contentType } = body;
      return {
        receivedAt,
        method,
        requestTarget,
        path,
        url,
        rawHeaders,
        remoteAddress,
        reply,
        sha256,
        state,
        contentType,
      };
    };
    expect(after.map(facts)).toEqual(before.map(facts));
    expect(after.map(({ event }) => [event?.via, event?.deliveries])).toEqual(
      new Array(4).fill(['import', []]),
    );
    expect([result.firstId, result.lastId]).toEqual([after.at(-1)?.event?.id, after[0]?.event?.id]);
    if (format === 'ndjson') {
      expect(after.at(-1)?.event).toMatchObject({ pinned: true, note: 'a note', tags: ['one'] });
    }
    // Its line is a change like any other.
    expect(to.inspection.publisher.oldestSeq).toBeLessThan(result.seq);
  },
);

it('a bad line names its number, and what came before it is kept', async () => {
  await using rig = await openRig();
  await rig.capture({ requestTarget: '/one' });
  const line = (await textOf(rig, '/api/export?format=ndjson')).trim();
  const answer = await send(rig, `${line}\n\n${line}\n{"hooktap":1,"method":"POST"}\n${line}\n`);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    code: 'import-invalid',
    detail: expect.stringMatching(/^line 4: receivedAt: .*The 2 before it were imported\.$/),
    errors: [{ path: 'line 4' }],
  });
  expect(await stored(rig)).toHaveLength(3);
  const first = await send(rig, 'no json at all');
  expect(await first.json()).toMatchObject({
    detail: expect.stringMatching(/^line 1: .*Nothing was imported\.$/),
  });
  const smuggled = JSON.parse(line) as { rawHeaders: unknown[] };
  smuggled.rawHeaders.push(['X-Bad', 'a\r\nX-Evil: 1']);
  expect((await send(rig, JSON.stringify(smuggled))).status).toBe(400);
  expect((await send(rig, '{"log":{}}')).status).toBe(400);
  expect((await send(rig, '')).status).toBe(200);
  expect(await stored(rig)).toHaveLength(3);
});

it('a long file that is refused at its beginning is answered all the same', async () => {
  await using rig = await openRig();
  const answer = await send(rig, `broken\n${'x'.repeat(30 * 1024 * 1024)}`);
  expect(answer.status).toBe(400);
});

it('a file that comes slowly holds up nothing that happens meanwhile', async () => {
  await using rig = await openRig();
  const line = `${JSON.stringify({ hooktap: 1, receivedAt: '2024-01-01T00:00:10.000Z', method: 'POST', requestTarget: '/slow', rawHeaders: [], body: { text: '' } })}\n`;
  let sawFirst = () => {};
  const first = new Promise<void>((resolve) => {
    sawFirst = resolve;
  });
  const told: string[] = [];
  rig.inspection.publisher.subscribe((change) => {
    if (change.type !== 'event.captured') return;
    told.push(change.event.requestTarget);
    sawFirst();
  });
  let more: ReadableStreamDefaultController<Uint8Array> | undefined;
  const file = new ReadableStream<Uint8Array>({
    start(controller) {
      more = controller;
      controller.enqueue(Buffer.from(line));
      // The head of a file is looked at before anything of it is taken.
      controller.enqueue(Buffer.from('\n'.repeat(5000)));
    },
  });
  const answer = rig.ask('/api/import', { method: 'POST', body: file, duplex: 'half' } as RequestInit);
  await first;
  await rig.capture({ requestTarget: '/meanwhile' });
  expect(told).toEqual(['/slow', '/meanwhile']);
  more?.close();
  expect(ImportResult.parse(await (await answer).json()).imported).toBe(1);
});

it("a browser's HAR is read", async () => {
  await using rig = await openRig();
  const har = {
    log: {
      version: '1.2',
      entries: [
        {
          startedDateTime: '2024-03-01T12:00:00.123+01:00',
          request: {
            method: 'POST',
            url: 'https://api.example.com/a/../b?x=1#part',
            httpVersion: 'h2',
            headers: [
              { name: ':method', value: 'POST' },
              { name: 'content-type', value: 'application/x-www-form-urlencoded' },
            ],
            postData: { mimeType: 'x', params: [{ name: 'a', value: 'b c' }] },
          },
          response: {},
        },
      ],
    },
  };
  expect((await send(rig, JSON.stringify(har, null, 2))).status).toBe(200);
  const [one] = await stored(rig);
  expect(one?.event).toMatchObject({
    receivedAt: '2024-03-01T11:00:00.123Z',
    requestTarget: '/a/../b?x=1',
    rawHeaders: [['content-type', 'application/x-www-form-urlencoded']],
    via: 'import',
  });
  expect(one?.body.toString()).toBe('a=b+c');
});

it('HAR has an entry for each attempt, with its times and its answer', async () => {
  await using rig = await openRig({ target: 'http://127.0.0.1:9' });
  const id = await rig.capture({ requestTarget: '/fails', body: '{}' });
  await settled(rig, id);
  const har = JSON.parse(await textOf(rig, `/api/events/${id}/export?format=har`)) as {
    log: { entries: { _hooktap: object; timings: { blocked: number }; request: { url: string } }[] };
  };
  const [arrival, attempt] = har.log.entries;
  expect(arrival?._hooktap).toMatchObject({ kind: 'arrival', eventId: id });
  expect(attempt?._hooktap).toMatchObject({ kind: 'attempt', failure: 'connection-refused' });
  expect(attempt?.timings.blocked).toBeGreaterThanOrEqual(0);
});

/** As long as it has an open delivery, its next change is awaited. */
async function settled(rig: InspectorRig, id: string): Promise<void> {
  for (;;) {
    let leave = () => {};
    const changed = new Promise<void>((resolve) => {
      leave = rig.inspection.publisher.subscribe(() => resolve());
    });
    const event = await rig.inspection.store.event(id as never);
    if (event?.delivery && !/pending|retrying|held/.test(event.delivery.status)) {
      leave();
      return;
    }
    await changed;
    leave();
  }
}

it('share-safe: nothing that is somebody’s is left, the same is the same, the stored event stays', async () => {
  await using rig = await openRig();
  const body = `{"type": "message.inbound", "from":"+5511987654321","to": "5511987654321@c.us",
    "pushName":"Maria da Silva","text":{"body":"Meu CPF é 123.456.789-09"}, "text":"again","ok":true,
    "amount": 12.50, "big": 12345678901234567890, "at":1763740000, "media":"https://cdn.example.net/x?sig=abcdef",
    "id":"wamid.HBgMNTUxMTk4NzY1NDMyMRUCABIYFDNB"}`;
  const headers: RawHeaders = [
    ['Host', 'quiet-river-12ab.loca.lt'],
    ['Content-Type', 'application/json'],
    ['Authorization', 'Bearer very-secret-token'],
    ['X-Zavu-Signature', 't=1,v1=0123456789abcdef'],
    ['X-Forwarded-For', '203.0.113.9, 10.0.0.1'],
    ['Cookie', 'session=abc123'],
    ['Content-Length', String(Buffer.byteLength(body))],
  ];
  const target = '/hook/+5511987654321?token=tok_abc&name=Maria';
  await rig.capture({ requestTarget: target, headers, body });
  await rig.capture({ requestTarget: `${target}&x=1`, headers, body });
  for (const format of ['ndjson', 'har', 'html', 'curl', 'http', 'python', 'java']) {
    const text = (await bytesOf(await rig.ask(`/api/export?format=${format}&safe=1`))).toString('latin1');
    expect(text.length).toBeGreaterThan(500);
    for (const telling of [
      '987654321',
      'Maria',
      'Silva',
      'CPF',
      '123.456',
      'again"',
      'very-secret',
      '0123456789abcdef',
      '203.0.113.9',
      'abc123',
      'tok_abc',
      'quiet-river',
      'cdn.example.net',
      '12345678901234567890',
      'HBgMNTUx',
    ]) {
      expect(text, `${format}: ${telling}`).not.toContain(telling);
    }
    expect(text).toContain('message.inbound');
  }
  const lines = (await textOf(rig, '/api/export?format=ndjson&safe=1')).trim().split('\n');
  const [one, two] = lines.map(
    (line) => JSON.parse(line) as { body: { text: string }; rawHeaders: string[][] },
  );
  expect(one?.body.text).toBe(two?.body.text);
  const safe = JSON.parse(one?.body.text ?? '') as Record<string, string>;
  expect(safe).toMatchObject({ type: 'message.inbound', ok: true, amount: 12.5, at: 1763740000 });
  expect(safe['from']).toMatch(/^\+999\d{10}$/);
  expect(`+${safe['to']}`).toBe(`${safe['from']}@c.us`);
  // The white space and the amount are as they were written.
  expect(one?.body.text).toContain('"amount": 12.50,');
  expect(one?.rawHeaders.find(([name]) => name === 'Content-Length')?.[1]).toBe(
    String(Buffer.byteLength(one?.body.text ?? '')),
  );
  const other = (await textOf(rig, '/api/export?format=ndjson&safe=1')).split('\n')[0] ?? '';
  expect(other).not.toBe(lines[0]);
  const summary = ExportSummary.parse(await (await rig.ask('/api/export/summary?safe=1')).json());
  expect(summary.events).toBe(2);
  expect(summary.replaced).toMatchObject({ phone: 6, signature: 2, name: 4 });
  expect((await stored(rig))[0]?.body.toString()).toBe(body);
});

it('a page holds no markup of what was captured', async () => {
  await using rig = await openRig();
  const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>\u202e';
  await rig.capture({
    requestTarget: '/x?<svg/onload=alert(1)>',
    headers: [['X-A', evil.slice(0, -1)]],
    body: evil,
  });
  const response = await rig.ask('/api/export?format=html');
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  const page = await response.text();
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toMatch(/<script|<img|<svg|\u202e/);
  expect(page).toContain("default-src 'none'");
});

it('what q finds, what ids name, and nothing else', async () => {
  await using rig = await openRig();
  const ids = [];
  for (const target of ['/a', '/b', '/c'])
    ids.push(await rig.capture({ requestTarget: target, body: target }));
  const targets = async (query: string) =>
    (await textOf(rig, `/api/export?format=ndjson&${query}`))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { requestTarget: string }).requestTarget);
  expect(await targets('')).toEqual(['/a', '/b', '/c']);
  expect(await targets('q=path:/b')).toEqual(['/b']);
  expect(await targets(`ids=${ids[2]},${ids[0]}`)).toEqual(['/c', '/a']);
  expect(await targets('q=path:/none')).toEqual([]);
  expect(await (await rig.ask('/api/export?format=har&q=path:/none')).json()).toMatchObject({
    log: { entries: [] },
  });
  for (const bad of [
    'format=ndjson&q=(',
    'format=docx',
    'q=x',
    'format=curl&to=ftp://x',
    'format=curl&ids=evt_1',
  ]) {
    expect(await (await rig.ask(`/api/export?${bad}`)).json(), bad).toMatchObject({ code: 'query-invalid' });
  }
  const raw = await textOf(rig, '/api/export?format=http');
  expect(raw.match(/POST \/[abc] HTTP\/1\.1\r\n/g)).toHaveLength(3);
  const absent = 'evt_00000000000000000000000000';
  expect((await rig.ask(`/api/events/${absent}/export?format=curl`)).status).toBe(404);
  expect((await rig.ask('/api/export?format=curl', { method: 'HEAD' })).status).toBe(200);
});

it('ids in the body, more of them than an address takes', async () => {
  await using rig = await openRig();
  const ids = [];
  for (let at = 0; at < 450; at++) ids.push(await rig.capture({ requestTarget: `/${at}` }));
  const post = (path: string, body: unknown) =>
    rig.ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const lines = (await (await post('/api/export?format=ndjson', { ids })).text()).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(ids);
  expect(await (await post('/api/export/summary?safe=1&most=10', { ids })).json()).toMatchObject({
    events: 450,
    judged: 10,
  });
  expect(await (await post('/api/export/preview?format=har', { ids })).json()).toMatchObject({ events: 450 });
  for (const bad of [{}, { ids: [] }, { ids: ['evt_1'] }, { ids, q: 'x' }]) {
    expect(await (await post('/api/export?format=har', bad)).json()).toMatchObject({ code: 'body-invalid' });
  }
});

it('the histogram counts all that is found, in few buckets, also of imported times', async () => {
  await using rig = await openRig();
  const asked = async (query: string) =>
    Histogram.parse(await (await rig.ask(`/api/events/histogram?${query}`)).json());
  expect(await asked('')).toMatchObject({ start: null, counts: [], total: 0 });
  const line = (receivedAt: string, requestTarget: string) =>
    JSON.stringify({
      hooktap: 1,
      receivedAt,
      method: 'POST',
      requestTarget,
      rawHeaders: [],
      body: { text: '' },
    });
  const lines = [
    line('2024-01-01T00:00:10.000Z', '/a'),
    line('2024-01-01T00:00:59.999Z', '/b'),
    line('2024-01-01T00:09:30.000Z', '/a'),
  ];
  expect((await send(rig, lines.join('\n'))).status).toBe(200);
  expect(await asked('buckets=10')).toMatchObject({
    start: '2024-01-01T00:00:00.000Z',
    bucketMs: 60_000,
    counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    failed: new Array(10).fill(0),
    total: 3,
  });
  expect(await asked('q=path:/a&buckets=2')).toMatchObject({ bucketMs: 300_000, counts: [1, 1], total: 2 });
  await rig.capture({ requestTarget: '/now' });
  const all = await asked('buckets=60');
  expect(all.counts.length).toBeLessThanOrEqual(60);
  expect(all.counts.reduce((sum, count) => sum + count, 0)).toBe(4);
  expect((await asked('buckets=1')).counts).toEqual([4]);
  expect((await rig.ask('/api/events/histogram?q=(')).status).toBe(400);
});

it('the histogram tells which of the arrivals failed', async () => {
  await using rig = await openRig({ target: 'http://127.0.0.1:9' });
  const id = await rig.capture({ requestTarget: '/fails' });
  await settled(rig, id);
  const asked = async (q: string) =>
    Histogram.parse(await (await rig.ask(`/api/events/histogram?q=${encodeURIComponent(q)}`)).json());
  expect(await asked('')).toMatchObject({ counts: [1], failed: [1] });
  expect(await asked('path:/fails OR path:/other')).toMatchObject({ counts: [1], failed: [1] });
  expect(await asked('status:succeeded')).toMatchObject({ counts: [], failed: [] });
});
