import { afterEach, expect, it } from 'vitest';
import { Bench } from '../test-support/bin.ts';

const bench = new Bench();
afterEach(() => bench.clean());

it('shows a handful of events: one fails, one is not found, one is refused for its signature', async () => {
  const args = [
    'demo',
    '--no-tunnel',
    '--no-open',
    '--port',
    '0',
    '--ui-port',
    '0',
    '--data-dir',
    bench.folder(),
  ];
  const run = bench.run(args);
  await run.seen(/\/webhooks\/stripe( \(invoice\.paid\))?\s+401 .*evt_/);
  await run.seen(/\/webhooks\/payments\/fail( \(payment_intent\.succeeded\))?\s+500 .*evt_/);
  await run.seen(/\/webhooks\/zavu( \(message\.inbound\))?\s+200 /);
  await run.seen(/\/webhooks\/z-api\/missing( \(MessageStatusCallback\))?\s+404 /);
  expect(run.stdout).toContain('Nothing is reachable from the internet.');
  const { code, stderr } = await run.stop();
  expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
});
