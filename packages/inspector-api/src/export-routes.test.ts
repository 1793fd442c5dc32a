import { ExportSummary, type RawHeaders } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { bytesOf, settled, stored, textOf } from './test-support/archive-asking.ts';
import { openRig } from './test-support/inspector-rig.ts';

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

it('share-safe: what a content type says of somebody is nowhere', async () => {
  await using rig = await openRig();
  await rig.capture({ headers: [['Content-Type', 'text/plain; name="maria@example.org"']], body: 'hi' });
  for (const format of ['html', 'har', 'ndjson', 'http']) {
    const text = await textOf(rig, `/api/export?format=${format}&safe=1`);
    expect(text, format).not.toContain('maria');
    expect(await textOf(rig, `/api/export?format=${format}`), format).toContain('maria');
  }
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

it('code reads the body from a file where that is asked for, and says which and whence', async () => {
  await using rig = await openRig();
  const id = await rig.capture({ requestTarget: '/large', body: '{"a":"in the body"}' });
  const curl = await textOf(rig, `/api/events/${id}/export?format=curl&body=file`);
  expect(curl).toContain(`--data-binary @${id}.bin`);
  expect(curl).toContain(`# The body of 19 bytes is read from ${id}.bin.`);
  expect(curl).toContain(`GET /api/events/${id}/body`);
  expect(curl).not.toContain('in the body');
  const php = await textOf(rig, `/api/events/${id}/export?format=php&body=file`);
  expect(php).toMatch(/^<\?php\n\/\/ The body of 19 bytes/);
  const none = await rig.capture({ requestTarget: '/none', body: '' });
  expect(await textOf(rig, `/api/events/${none}/export?format=curl&body=file`)).not.toContain('.bin');
  const shared = await rig.ask(`/api/events/${id}/export?format=curl&safe=1&body=file`);
  expect(shared.status).toBe(400);
});
