import { describe, expect, it } from 'vitest';
import { HarScan } from './har-scan.ts';

function scanned(text: string, size: number): { entries: string[]; fault: string | null } {
  const scan = new HarScan();
  const bytes = Buffer.from(text);
  const entries: string[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    for (const piece of scan.feed(bytes.subarray(at, at + size))) entries.push(String(piece));
  }
  return { entries, fault: scan.fault()?.message ?? null };
}

const entries = [
  { a: '],[{"entries":[1]}', b: ['\\', '"', '\\"', { log: { entries: [] } }] },
  '",]\\"',
  7,
  null,
  [[], [{}]],
  { olá: '日本 \u2028' },
];
const around = { pages: [{ entries: [1] }], creator: { log: { entries: [2] }, text: 'log' } };

describe('HarScan', () => {
  it.each([undefined, 2])('finds what JSON.parse finds, however the file is cut (indent %s)', (indent) => {
    for (const log of [
      { version: '1.2', ...around, entries },
      { entries, ...around },
    ]) {
      const text = JSON.stringify(
        { before: { entries: [0], log: 'log' }, log, after: ['entries'] },
        null,
        indent,
      );
      for (let size = 1; size < 60; size += 1) {
        const { entries: found, fault } = scanned(text, size);
        expect(fault).toBeNull();
        expect(found.map((one) => JSON.parse(one))).toEqual(entries);
      }
    }
  });

  it.each([
    ['', 'no log.entries'],
    ['not json', 'no log.entries'],
    ['{"log":{"entries":{}}}', 'no log.entries'],
    ['{"log":[{"entries":[1]}]}', 'no log.entries'],
    ['{"entries":[1]}', 'no log.entries'],
    ['{"log":{"entries":[1', 'ends too early'],
    ['{"log":{"entries":[]}}}', 'more is closed'],
  ])('says what is wrong with %s', (text, fault) => {
    expect(scanned(text, 3).fault).toContain(fault);
  });

  it('knows a key by what it says, not by how it is written', () => {
    expect(scanned('\uFEFF { "l\\u006fg" : { "entries" : [ 1 , 2 ] } } ', 5)).toEqual({
      entries: ['1 ', '2 '],
      fault: null,
    });
    expect(scanned('{"log":{"entries":[]}}', 4)).toEqual({ entries: [], fault: null });
  });
});
