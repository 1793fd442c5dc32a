import { expect, it } from 'vitest';
import { usualDefaults } from './compile-endpoint.ts';
import { isDisguised } from './disguised-path.ts';
import { compileSet } from './endpoint-set.ts';

const compiled = compileSet(
  [
    { name: 'github', path: '/hooks/github', secrets: ['s'], enforce: true, target: '3000' },
    { name: 'open', path: '/hooks/github/open', target: '3000' },
    { name: 'elsewhere', path: '/else', target: '4000' },
    { name: 'default', path: '/', target: 'http://127.0.0.1:3000' },
  ].map((config) => ({ config, source: { kind: 'flags' } })),
  { defaults: usualDefaults, schedules: () => null },
);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
const { policies } = compiled;
const named = (name: string) => policies.find((policy) => policy.name === name) ?? expect.fail(name);

it.each([
  '//hooks/github',
  '/hooks//github/x',
  '/./hooks/github',
  '/x/../hooks/github',
  '/%2e/hooks/github',
  '/hooks/%67ithub',
  '/hooks/%2567ithub',
  '/Hooks/GitHub',
  '/hooks%2fgithub',
  '/hooks\\github',
  '/hooks/github;v=1',
  '/hooks/github%00',
  '/hooks/github%3Fx',
  '/hooks/github#x',
  'http://other/hooks/github',
  '/hooks/github/open/../x',
])('%s may be taken for the path of the endpoint that enforces', (path) => {
  expect(isDisguised(path, named('default'), policies)).toBe(true);
});

it.each(['/', '/hooks', '/hooks/githubs', '/hooks/github/open', '/x/hooks/github', '*', ''])(
  '%s is what it seems',
  (path) => expect(isDisguised(path, named('default'), policies)).toBe(false),
);

it('concerns only who has the same handler', () => {
  expect(isDisguised('/else/../hooks/github', named('elsewhere'), policies)).toBe(false);
  expect(isDisguised('/hooks/github', named('github'), policies)).toBe(false);
});
