import { expect, it } from 'vitest';
import { DataDirGuard } from './data-dir-guard.ts';

it.each([
  '/hookdata/token',
  '/hookdata',
  '//hookdata//segments/000001.ndjson',
  '/x/../hookdata/token',
  '/%68ookdata/token',
  '/%2568ookdata%252ftoken',
  '/HOOKDATA/token',
  '\\hookdata\\token',
  '/hookdata;v=1/token',
  '/@fs/home/me/shop/hookdata/token',
  '/@fs//home/me/shop/./hookdata/token',
  'http://evil/hookdata/token',
])('covers %s', (path) => {
  const guard = new DataDirGuard(['/home/me/shop/hookdata'], '/home/me/shop');
  expect(guard.covers(path)).toBe(true);
});

it.each(['/webhooks/hookdata/token', '/hookdatax', '/api/hookdata', '/', '/hook'])(
  'leaves %s alone',
  (path) => {
    expect(new DataDirGuard(['/home/me/shop/hookdata'], '/home/me/shop').covers(path)).toBe(false);
  },
);

it('knows a directory elsewhere by its whole path only', () => {
  const guard = new DataDirGuard(['/home/me/.local/state/hooktap/shop-1'], '/home/me/shop');
  expect(guard.covers('/@fs/home/me/.local/state/hooktap/shop-1/token?raw')).toBe(true);
  expect(guard.covers('/shop-1/token')).toBe(false);
});

it.each([
  '/s%C3%A3o/token',
  '/s\xc3\xa3o/token',
  '/S%25c3%25a3O/token',
  '/@fs/home/jo%C3%A3o/shop/s%C3%A3o/token',
  '/@fs/home/jo\xc3\xa3o/shop/s\xc3\xa3o/token',
])('covers %s of a directory whose name is not plain ASCII', (path) => {
  expect(new DataDirGuard(['/home/joão/shop/são'], '/home/joão/shop').covers(path)).toBe(true);
});

it('knows a directory that a link leads to by both of its paths', () => {
  const guard = new DataDirGuard(['/var/kept', '/home/me/shop/hookdata'], '/home/me/shop');
  expect(guard.covers('/hookdata/token')).toBe(true);
  expect(guard.covers('/@fs/home/me/shop/hookdata/token')).toBe(true);
  expect(guard.covers('/@fs/var/kept/token')).toBe(true);
  expect(guard.covers('/kept/token')).toBe(false);
});

it('a name that begins with two dots does not lead out of the project', () => {
  expect(new DataDirGuard(['/home/me/shop/..data'], '/home/me/shop').covers('/..data/token')).toBe(true);
});

it('knows it from below each folder on the way, any of which may be a server serves', () => {
  const guard = new DataDirGuard(['/home/me/shop/apps/web/data'], '/home/me/shop');
  for (const path of ['/apps/web/data/token', '/web/data/token', '/data/token']) {
    expect(guard.covers(path), path).toBe(true);
  }
  expect(guard.covers('/database/token')).toBe(false);
});
