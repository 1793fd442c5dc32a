import { describe, expect, it } from 'vitest';
import { joinTarget, parseTarget, type Target } from './target.ts';

const target = (text: string): Target => {
  const parsed = parseTarget(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.target;
};

describe('parseTarget', () => {
  it.each([
    ['3000', 'http://localhost:3000', null],
    ['localhost:3000', 'http://localhost:3000', null],
    ['127.0.0.1:8080/hook', 'http://127.0.0.1:8080/hook', '/hook'],
    ['[::1]:8080', 'http://[::1]:8080', null],
    ['https://example.test', 'https://example.test', null],
    ['https://example.test:8443/a/../b?x=1', 'https://example.test:8443/a/../b?x=1', '/a/../b?x=1'],
    ['http://localhost:3000/', 'http://localhost:3000/', '/'],
    ['http://localhost:3000?x=1', 'http://localhost:3000/?x=1', '/?x=1'],
  ])('reads %s', (text, url, path) => {
    expect(target(text)).toMatchObject({ url, path });
  });

  it.each([
    '',
    '0',
    '65536',
    'localhost',
    'ftp://x:1',
    'http://a b:1',
    'http://u:p@x:1',
    'x:1/\u{1f600}',
    '--help',
  ])('refuses %j and says what would do', (text) => {
    const parsed = parseTarget(text);
    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining('Give a port (3000)') });
  });
});

describe('joinTarget', () => {
  const usual = { kind: 'usual' } as const;

  it.each(['//evil/x', 'http://evil/x', '/a#b', '/a"<>{}|\\', '*', '/x/../y?z'])(
    'keeps %j to the letter where the target has no path',
    (requestTarget) => expect(joinTarget(target('3000'), requestTarget, usual)).toBe(requestTarget),
  );

  it.each([
    ['/base', '/a?x=1', '/base?x=1'],
    ['/base?k=v', '/a?x=1', '/base?k=v&x=1'],
    ['/base', 'http://evil/a', '/base'],
  ])(
    'puts the path of the target first and the query of the sender behind: %s and %s',
    (path, sent, joined) => {
      expect(joinTarget(target(`localhost:1${path}`), sent, usual)).toBe(joined);
    },
  );

  it.each([
    [{ kind: 'keep' }, '3000', '/zavu/in?x=1', '/zavu/in?x=1'],
    [{ kind: 'keep' }, 'localhost:1/base/?k=v', '/zavu/in?x=1', '/base/zavu/in?k=v&x=1'],
    [{ kind: 'strip-prefix', prefix: '/zavu' }, '3000', '/zavu/in?x=1', '/in?x=1'],
    [{ kind: 'strip-prefix', prefix: '/zavu' }, '3000', '/zavu', '/'],
    [{ kind: 'strip-prefix', prefix: '/zavu' }, 'localhost:1/base', '/zavu/in', '/base/in'],
    [{ kind: 'fixed', path: '/hook' }, 'localhost:1/base', '/zavu/in?x=1', '/hook?x=1'],
  ] as const)('rewrites by %j to %s: %s becomes %s', (rewrite, to, sent, joined) => {
    expect(joinTarget(target(to), sent, rewrite)).toBe(joined);
  });
});
