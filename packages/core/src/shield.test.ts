import { expect, it } from 'vitest';
import { isShielded } from './shield.ts';

it.each([
  '/.env',
  '/.env.local',
  '/.git/config',
  '/%2eenv',
  '/%252eenv',
  '/%25252525252525252525252eenv',
  '/a/..%2f.env',
  '/a\\.env',
  '/a%5c.git%5cconfig',
  '/.ENV',
  '/@fs/home/me/.env?raw',
  'http://x/.env',
  '/%20.env',
])('shields %s', (path) => expect(isShielded(path)).toBe(true));

it.each([
  '/',
  '/webhooks/zavu',
  '/.well-known/acme',
  '/a.env',
  '/x/.netlify/functions/hook',
  '/100%',
  '/%zz',
  '*',
])('lets %s through', (path) => expect(isShielded(path)).toBe(false));
