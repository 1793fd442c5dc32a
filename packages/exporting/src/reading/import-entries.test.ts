import type { ImportEntry } from '@hooktap/core';
import { describe, expect, it } from 'vitest';
import { importEntries } from './import-entries.ts';

async function entriesOf(
  file: string | AsyncIterable<Uint8Array>,
  format?: 'ndjson' | 'har',
): Promise<ImportEntry[]> {
  const chunks = typeof file === 'string' ? inPieces(Buffer.from(file)) : file;
  const entries: ImportEntry[] = [];
  for await (const entry of importEntries(chunks, format)) entries.push(entry);
  return entries;
}

/** Cut where it hurts: in the midst of lines and characters. */
async function* inPieces(bytes: Buffer, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const line = (change: Record<string, unknown> = {}) =>
  JSON.stringify({
    hooktap: 1,
    receivedAt: '2026-01-02T03:04:05.678Z',
    method: 'POST',
    requestTarget: '/hook',
    rawHeaders: [['Content-Type', 'text/plain']],
    body: { text: 'olá' },
    ...change,
  });
const entry = (postData: unknown, change: Record<string, unknown> = {}) => ({
  startedDateTime: '2026-01-02T03:04:05.678Z',
  request: { method: 'POST', url: 'https://a.example/x', headers: [], postData },
  ...change,
});
const har = (...entries: unknown[]) => JSON.stringify({ log: { entries } });
const shortly = (one: ImportEntry | undefined) =>
  one?.kind === 'event' ? one.event.body.toString() : one && `${one.place}: ${one.message}`;

describe('NDJSON', () => {
  it('goes on after a line that cannot be read, and names its number', async () => {
    const entries = await entriesOf(
      [line(), 'not json', '', line({ method: 7 }), '{"hooktap":2}', line({ body: { text: 'last' } })].join(
        '\r\n',
      ),
    );
    expect(entries.map(shortly)).toEqual([
      'olá',
      expect.stringMatching(/^line 2: It is no JSON/),
      expect.stringMatching(/^line 4: method: /),
      expect.stringMatching(/^line 5: hooktap: /),
      'last',
    ]);
  });

  it('a line of 200 MB is passed over without being kept, and the next is read', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 0x61);
    const file = async function* () {
      yield Buffer.from(`${line()}\n`);
      for (let mega = 0; mega < 200; mega++) yield chunk;
      yield Buffer.from(`\n${line({ body: { text: 'after' } })}`);
    };
    expect((await entriesOf(file())).map(shortly)).toEqual([
      'olá',
      expect.stringMatching(/^line 2: It is longer than \d+ bytes/),
      'after',
    ]);
  });

  it('what nests 100,000 deep is no event, and no stack overflows', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const [first, second, third] = await entriesOf(
      [deep, line({ extra: 0 }).replace('0}', `${deep}}`), line()].join('\n'),
    );
    expect(shortly(first)).toMatch(/^line 1: hooktap: /);
    expect(shortly(second)).toBe('olá');
    expect(shortly(third)).toBe('olá');
  });

  it.each([
    ['"body":{"base64":"AA=A"}', /line 1: body/],
    ['"body":{"base64":"not base64 at all"}', /line 1: body/],
    ['"body":{"text":"half \\ud83d of it"}', /line 1: body\.text: .*lone surrogate/],
    ['"body":{"text":"a","base64":"AA=="}', /line 1: body/],
    ['"receivedAt":"yesterday"', /line 1: receivedAt/],
    ['"rawHeaders":{"__proto__":"x"}', /line 1: rawHeaders/],
  ])('%s is told of', async (change, reason) => {
    const [name = ''] = /^"\w+"/.exec(change) ?? [];
    const rest = JSON.parse(line()) as Record<string, unknown>;
    delete rest[JSON.parse(name)];
    const text = `${JSON.stringify(rest).slice(0, -1)},${change}}`;
    expect((await entriesOf(text)).map(shortly)).toEqual([expect.stringMatching(reason)]);
  });

  it('keys named __proto__ and constructor change nothing', async () => {
    const text = `${line().slice(0, -1)},"__proto__":{"method":"DELETE","isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}`;
    const [one] = await entriesOf(text);
    expect(one).toMatchObject({ kind: 'event', event: { method: 'POST' } });
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('addresses that are none are left out', async () => {
    const evil = '\u001b[2Jjavascript:alert(1)';
    const [one] = await entriesOf(line({ url: evil, remoteAddress: evil, clientAddress: evil }));
    expect(one).toMatchObject({ event: { url: 'http://localhost/hook', remoteAddress: '' } });
    expect(one?.kind === 'event' && one.event.clientAddress).toBeUndefined();
  });

  it('the reason quotes nothing of the file', async () => {
    const [one] = await entriesOf('\u001b]0;owned\u0007 {"secret":"hunter2"');
    expect(shortly(one)).toBe('line 1: It is no JSON: it cannot be read.');
  });
});

describe('HAR', () => {
  it('goes on after an entry that cannot be read', async () => {
    const entries = await entriesOf(
      har(
        entry({ text: 'one' }),
        7,
        entry({ text: 'two' }, { startedDateTime: 'soon' }),
        entry({ text: '%%%', encoding: 'base64' }),
        entry({ text: 'AAA', encoding: 'base64' }),
        entry({ text: '\ud800' }),
        { ...entry({}), request: { method: 'GET', url: 'javascript:alert(1)', headers: [] } },
        entry({ text: 'b2s=', encoding: 'base64' }),
      ),
    );
    expect(entries.map(shortly)).toEqual([
      'one',
      expect.stringMatching(/^entry 2: /),
      'entry 3: startedDateTime is no time.',
      expect.stringContaining('entry 4: request.postData: The text is no base64'),
      '\0\0',
      expect.stringContaining('lone surrogate'),
      'entry 7: request.url is no http or https URL.',
      'ok',
    ]);
  });

  it('of 200 MB is read piece by piece, and an entry that is too long is passed over', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 0x61);
    let most = 0;
    const file = async function* () {
      yield Buffer.from(`{"log":{"entries":[${JSON.stringify(entry({ text: 'one' }))},{"long":"`);
      for (let mega = 0; mega < 200; mega++) {
        yield chunk;
        most = Math.max(most, process.memoryUsage().arrayBuffers);
      }
      yield Buffer.from(`"},${JSON.stringify(entry({ text: 'two' }))}]}}`);
    };
    const before = process.memoryUsage().arrayBuffers;
    const entries = await entriesOf(file(), 'har');
    expect(entries.map(shortly)).toEqual(['one', 'entry 2: It is too long.', 'two']);
    expect(most - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('gives what came whole of a file that ends too early', async () => {
    const whole = har(entry({ text: 'one' }), entry({ text: 'two' }));
    expect((await entriesOf(whole.slice(0, -30))).map(shortly)).toEqual([
      'one',
      'the file: It is no JSON: it ends too early.',
    ]);
  });

  it('nested 100,000 deep it is no HAR file', async () => {
    const deep = `{"log":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect((await entriesOf(deep)).map(shortly)).toEqual([expect.stringContaining('no log.entries')]);
    const within = har(entry({ text: 'x' }, { _deep: 0 })).replace(
      '"_deep":0',
      `"_deep":${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    );
    expect((await entriesOf(within)).map(shortly)).toEqual(['x']);
  });
});

it('says in codes too where a fault stands and what it is, also where a schema found it', async () => {
  async function* file() {
    yield Buffer.from('{"hooktap":1,\n{"hooktap":1}\n');
  }
  const faults: unknown[] = [];
  for await (const entry of importEntries(file())) {
    if (entry.kind === 'unreadable') faults.push([entry.placePart, entry.parts]);
  }
  expect(faults).toEqual([
    [
      { code: 'line', values: { number: '1' } },
      [{ code: expect.stringMatching(/^json-/), values: expect.anything() }],
    ],
    [
      { code: 'line', values: { number: '2' } },
      [{ code: 'in-path', values: { path: 'receivedAt' } }, { code: 'required' }],
    ],
  ]);
});
