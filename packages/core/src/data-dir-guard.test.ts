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
  const guard = new DataDirGuard('/home/me/shop/hookdata', '/home/me/shop');
  expect(guard.isInProject).toBe(true);
  expect(guard.covers(path)).toBe(true);
});

it.each(['/webhooks/hookdata/token', '/hookdatax', '/api/hookdata', '/', '/hook'])(
  'leaves %s alone',
  (path) => {
    expect(new DataDirGuard('/home/me/shop/hookdata', '/home/me/shop').covers(path)).toBe(false);
  },
);

it('knows a directory elsewhere by its whole path only', () => {
  const guard = new DataDirGuard('/home/me/.local/state/hooktap/shop-1', '/home/me/shop');
  expect(guard.isInProject).toBe(false);
  expect(guard.covers('/@fs/home/me/.local/state/hooktap/shop-1/token?raw')).toBe(true);
  expect(guard.covers('/shop-1/token')).toBe(false);
});
