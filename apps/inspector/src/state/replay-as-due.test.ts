import type { EventListItem, ProviderDetail } from '@hooktap/protocol';
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { replayAsDue } from './replay-as-due.ts';

const detail = {
  schemes: [
    { name: 'v1', signsTime: true },
    { name: 'plain', signsTime: false },
  ],
} as unknown as ProviderDetail;
const event = (verdict: string, scheme?: string, provider: string | null = 'stripe') =>
  ({ provider, verification: { verdict, scheme } }) as unknown as EventListItem;

test('signed anew only where the signature was right and signs a time', async () => {
  let asked = 0;
  const hooktap = {
    provider: async () => {
      asked += 1;
      return detail;
    },
  };
  const of = (one: EventListItem | undefined) => replayAsDue(hooktap, queries, one);
  const queries = new QueryClient();
  expect(await of(event('valid', 'v1'))).toEqual({ resign: true });
  expect(await of(event('valid', 'plain'))).toEqual({});
  expect(await of(event('invalid', 'v1'))).toEqual({});
  expect(await of(event('unchecked'))).toEqual({});
  expect(await of(event('valid', 'v1', null))).toEqual({});
  expect(await of(undefined)).toEqual({});
  expect(asked).toBe(1);
});

test('where the provider cannot be asked it goes as captured', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const away = { provider: () => Promise.reject(new Error('away')) };
  expect(await replayAsDue(away, queries, event('valid', 'v1'))).toEqual({});
});
