import { expect, it } from 'vitest';
import { createCatalog } from './catalog.ts';
import { requestFixture } from './request-fixture.ts';

it('the steps name no secret, and a shared secret is not shown', async () => {
  const catalog = createCatalog();
  const request = requestFixture({ headers: [['X-Telegram-Bot-Api-Secret-Token', 'my_token']] });
  const steps = await catalog.steps('telegram', request, ['my_token'], 0);
  expect(steps[0]?.computed).toEqual([{ secretIndex: 0, signature: null, matches: true }]);
  expect(JSON.stringify(steps)).not.toContain('my_token');
});

it('the list survives JSON', () => {
  const list = createCatalog().list();
  expect(JSON.parse(JSON.stringify(list))).toEqual(list);
  expect(list.find(({ name }) => name === 'stripe')?.schemes[0]?.tolerance).toEqual({
    pastSeconds: 300,
    futureSeconds: null,
  });
});
