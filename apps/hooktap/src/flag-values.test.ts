import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import {
  assignmentFlag,
  countFlag,
  durationFlag,
  headerFlag,
  portFlag,
  replyFlag,
  scaleFlag,
  sizeFlag,
  subdomainFlag,
  tunnelFlag,
} from './flag-values.ts';

describe('flag values', () => {
  it.each([
    ['30s', 30_000],
    ['500ms', 500],
    ['2m', 120_000],
    ['1.5s', 1500],
    ['250', 250],
  ])('the duration %s', (text, ms) => expect(durationFlag(text)).toBe(ms));

  it.each([
    ['10mb', 10_000_000],
    ['1GB', 1_000_000_000],
    ['512', 512],
  ])('the size %s', (text, bytes) => expect(sizeFlag(text)).toBe(bytes));

  it('a reply', () => {
    expect(replyFlag('ack')).toBe('ack');
    expect(replyFlag('204')).toEqual({ status: 204 });
  });

  it('headers, gathered, as bytes', () => {
    const first = headerFlag('X-Name: Ana');
    expect(headerFlag('X-City:São Paulo ', first)).toEqual([
      ['X-Name', 'Ana'],
      ['X-City', 'S\u00c3\u00a3o Paulo'],
    ]);
  });

  it('assignments: JSON where it reads as JSON', () => {
    expect(assignmentFlag('a.b=c=d', assignmentFlag('n=1'))).toEqual([
      ['n', 1],
      ['a.b', 'c=d'],
    ]);
  });

  it.each([
    [durationFlag, ['', '0', '3 weeks', '-1s', '1e9h']],
    [sizeFlag, ['', 'big', '-1']],
    [portFlag, ['65536', '-1', 'x', '']],
    [countFlag, ['0', '1.5', 'x']],
    [replyFlag, ['99', '600', '100', 'maybe']],
    [scaleFlag, ['0', '-1', 'fast', '2000000']],
    [headerFlag, ['no colon', ': value', 'A b: c', 'A: b\nC: d']],
    [tunnelFlag, ['ngrok']],
    [subdomainFlag, ['a', 'Upper', '-edge-', 'dot.dot']],
    [assignmentFlag, ['=x', 'nothing']],
  ] as const)('%o refuses what is none', (read, texts) => {
    for (const text of texts) expect(() => read(text), text).toThrow(InvalidArgumentError);
  });
});
