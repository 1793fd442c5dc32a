import type { Endpoint, Registration } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { providersToTell, standingAt } from './behind-url.ts';

const registration = (provider: string, ...urls: string[]): Registration => ({
  id: provider,
  provider,
  title: provider,
  answers: {},
  baseUrl: 'https://api.example',
  path: '/',
  since: '2026-01-01T00:00:00.000Z',
  state: 'active',
  hasCredentials: true,
  places: urls.map((url, index) => ({ name: `${index}`, says: 'a place', url, before: null })),
});
const endpoint = (name: string, path: string, provider?: string) =>
  ({ name, config: { name, path, ...(provider && { provider }) } }) as Endpoint;

it('tells who follows the public URL from who has to be told again', () => {
  const standing = standingAt(
    'https://new.example/',
    [
      registration('zavu', 'https://new.example/zavu'),
      registration('zapi', 'https://new.example/zapi', 'https://old.example/zapi'),
      registration('github', 'https://new.example.evil/github'),
    ],
    [
      endpoint('a', '/zavu', 'zavu'),
      endpoint('b', '/stripe', 'stripe'),
      endpoint('c', '/connect', 'stripe'),
      endpoint('default', '/'),
    ],
  );
  expect(standing.following.map(({ provider }) => provider)).toEqual(['zavu']);
  expect(standing.byHand).toEqual([
    { provider: 'stripe', endpoint: 'b', url: 'https://new.example/stripe' },
    { provider: 'stripe', endpoint: 'c', url: 'https://new.example/connect' },
  ]);
  expect(providersToTell(standing)).toEqual(['zapi', 'github', 'stripe']);
});
