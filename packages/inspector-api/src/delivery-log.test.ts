import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DeliveryPage, DeliverySelectionResult, Problem } from '@hooktap/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type InspectorRig, openRig } from './test-support/inspector-rig.ts';
import { settled } from './test-support/settled.ts';

/** Answers with the status code that stands in the path, or with 200 once it is mended. */
const handler = createServer((request, response) => {
  request.resume();
  response.writeHead(mended ? 200 : Number(request.url?.slice(1, 4))).end();
});
let mended = false;
let rig: InspectorRig;

beforeEach(async () => {
  mended = false;
  await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
  rig = await openRig({ target: `http://127.0.0.1:${(handler.address() as AddressInfo).port}` });
});
afterEach(async () => {
  await rig[Symbol.asyncDispose]();
  handler.closeAllConnections();
  await new Promise((resolve) => handler.close(resolve));
});

const settle = <T>(count: number, act: () => Promise<T>) => settled(rig, count, act);
const capture = (requestTarget: string, body = '') =>
  settle(1, () => rig.capture({ requestTarget, body, headers: [['Content-Type', 'application/json']] }));
const ask = (search: Record<string, string>) => rig.ask(`/api/deliveries?${new URLSearchParams(search)}`);
const page = async (search: Record<string, string> = {}) =>
  DeliveryPage.parse(await (await ask(search)).json());
const paths = ({ items }: DeliveryPage) => items.map(({ event }) => event.path);
async function expectProblem(response: Response, code: string) {
  expect(response.status).toBe(400);
  const problem = Problem.parse(await response.json());
  expect(problem.code).toBe(code);
  return problem;
}

describe('GET /api/deliveries', () => {
  it('leads from page to page, with totals by status', async () => {
    for (const path of ['/200/1', '/500/2', '/200/3', '/404/4', '/204/5']) await capture(path);
    const first = await page({ limit: '2' });
    expect(paths(first)).toEqual(['/204/5', '/404/4']);
    expect(first.items[1]).toMatchObject({
      status: 'failed',
      cause: 'arrival',
      digest: { status: 'failed', attempts: 1, lastStatusCode: 404 },
      event: { method: 'POST' },
    });
    expect(first).toMatchObject({
      total: 5,
      totalIsExact: true,
      totals: { succeeded: 3, failed: 2, held: 0 },
    });
    const second = await page({ limit: '2', cursor: first.nextCursor ?? '' });
    expect(paths(second)).toEqual(['/200/3', '/500/2']);
    const third = await page({ limit: '2', cursor: second.nextCursor ?? '' });
    expect(paths(third)).toEqual(['/200/1']);
    expect(third.nextCursor).toBeNull();
  });

  it('narrows by status and by the search language', async () => {
    await capture('/200/1', '{"from":"+1555"}');
    await capture('/500/2', '{"from":"+1555"}');
    await capture('/503/3', '{"from":"+4420"}');
    const failed = await page({ status: 'failed', limit: '1' });
    expect(paths(failed)).toEqual(['/503/3']);
    expect(failed).toMatchObject({ total: 2, totals: { succeeded: 1, failed: 2 } });
    expect(paths(await page({ status: 'failed', cursor: failed.nextCursor ?? '' }))).toEqual(['/500/2']);
    expect(paths(await page({ q: 'code:5xx' }))).toEqual(['/503/3', '/500/2']);
    const sender = await page({ q: 'body.from:+1555', status: 'failed' });
    expect(paths(sender)).toEqual(['/500/2']);
    expect(sender).toMatchObject({ total: 1, totals: { succeeded: 1, failed: 1 } });
    expect(paths(await page({ q: '-status:failed OR path:*/3' }))).toEqual(['/503/3', '/200/1']);
  });

  it('binds a cursor to its query and status', async () => {
    for (const path of ['/500/1', '/500/2']) await capture(path);
    const cursor = (await page({ q: 'code:500', status: 'failed', limit: '1' })).nextCursor ?? '';
    expect(paths(await page({ q: 'code:500', status: 'failed', cursor }))).toEqual(['/500/1']);
    await expectProblem(await ask({ q: 'code:500', cursor }), 'cursor-invalid');
    await expectProblem(await ask({ status: 'failed', cursor }), 'cursor-invalid');
    await expectProblem(await ask({ cursor: 'nonsense' }), 'cursor-invalid');
  });

  it('says where a query is wrong, and what was expected', async () => {
    expect(await expectProblem(await ask({ q: 'path:/x statsu:failed' }), 'query-invalid')).toMatchObject({
      offset: 8,
      length: 6,
      expected: expect.any(String),
      suggestion: 'status',
      errors: [{ path: 'q', message: expect.stringContaining('statsu') }],
    });
    await expectProblem(await ask({ status: 'lost' }), 'query-invalid');
    await expectProblem(await ask({ limit: '0' }), 'query-invalid');
  });

  it('forgets the deliveries of a deleted event', async () => {
    const id = await capture('/500/1');
    await capture('/200/2');
    await rig.ask('/api/events/delete', posted({ ids: [id] }));
    expect(paths(await page())).toEqual(['/200/2']);
    expect((await page()).totals).toMatchObject({ failed: 0, succeeded: 1 });
  });
});

const posted = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

describe('POST /api/deliveries/retry', () => {
  const retry = (body: unknown) => rig.ask('/api/deliveries/retry', posted(body));

  it('makes what a query finds succeed once the handler is mended', async () => {
    for (const path of ['/500/1', '/200/2', '/404/3', '/503/4']) await capture(path);
    mended = true;
    const answer = await settle(2, () => retry({ q: 'code:5xx', status: 'failed' }));
    const { ids, refused } = DeliverySelectionResult.parse(await answer.json());
    expect(refused).toEqual([]);
    const all = await page();
    expect(ids).toEqual([all.items[3]?.id, all.items[0]?.id]);
    expect(all.totals).toMatchObject({ succeeded: 3, failed: 1 });
    expect(all.items[0]?.digest).toMatchObject({ attempts: 2, lastStatusCode: 200 });
  });

  it('refuses a bad query', async () => {
    expect(await expectProblem(await retry({ q: 'status:' }), 'query-invalid')).toMatchObject({ offset: 7 });
  });
});
