import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { createCatalog } from '../catalog.ts';
import { requestFixture } from '../request-fixture.ts';

const catalog = createCatalog();
const body = Buffer.alloc(12_000_001, 'a');
const secrets = Array.from({ length: 8 }, (_, index) => `secret ${index}`);
const signedWith = (secret: string) =>
  requestFixture({
    body,
    headers: [['X-Hub-Signature-256', `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`]],
  });

/** How often everything else had its turn while this went on. */
async function turnsWithin(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let over = false;
  const count = (): void => {
    turns += 1;
    if (!over) setImmediate(count);
  };
  setImmediate(count);
  await work;
  over = true;
  return turns;
}

it('many secrets over a large body are tried without keeping everything else waiting', async () => {
  const work = catalog.verifyLarge('github', signedWith('a stranger’s'), secrets, 0);
  expect(await turnsWithin(work)).toBeGreaterThan(2);
  expect(await work).toMatchObject({ verdict: 'invalid', reason: expect.stringContaining('8 secrets') });
});

it('the verdict is the same as at one go', async () => {
  for (const secret of ['secret 7', 'a stranger’s']) {
    const request = signedWith(secret);
    expect(await catalog.verifyLarge('github', request, secrets, 0)).toEqual(
      catalog.verify('github', request, secrets, 0),
    );
  }
  expect(await catalog.verifyLarge('github', signedWith('secret 0'), secrets, 0)).toMatchObject({
    verdict: 'valid',
  });
  expect((await catalog.verifyLarge(null, signedWith('x'), secrets, 0)).verdict).toBe('unchecked');
});
