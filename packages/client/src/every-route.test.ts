import { expect, it } from 'vitest';
import { createClient } from './client.ts';
import { serveHooktap, token } from './test-support/served-hooktap.ts';

type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The calls of a method for which a word for each of its first three arguments does not lead to all its routes. */
const given: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  body: [['/api/saved-requests/x/body']],
  attemptBody: ['request', 'response'].map((side) => ['x', 1, side]),
  exportEvents: [{ format: 'har' }, { format: 'har', ids: ['x'] }].map((choice) => [choice]),
  exportSummary: [{}, { ids: ['x'] }].map((choice) => [choice]),
  exportPreview: [{ format: 'har' }, { format: 'har', ids: ['x'] }].map((choice) => [choice]),
  changeEndpoint: ['pause', 'resume', 'hold', 'release', 'breakpoint'].map((verb) => ['x', verb]),
};

/** Which requests the methods of a client make; nothing is sent. */
async function requestsOf(origin: string): Promise<readonly string[]> {
  const asked: string[] = [];
  const client = createClient({
    origin,
    token,
    async fetch(url, init) {
      asked.push(`${(init?.method ?? 'GET').toLowerCase()} ${new URL(String(url)).pathname}`);
      return new Response(null, { status: 503 });
    },
  });
  for (const [name, method] of Object.entries(client)) {
    if (name === 'stream') continue;
    const call = method as (...args: readonly unknown[]) => Promise<unknown>;
    for (const args of given[name] ?? [['x', 'x', 'x']]) {
      await expect(call(...args), name).rejects.toThrow();
    }
  }
  return asked;
}

it('every route of the API has a method', async () => {
  await using hooktap = await serveHooktap();
  const client = createClient({ origin: hooktap.origin, token });
  const { paths } = (await client.openApi()) as { paths: Paths };
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ name: `${method} ${path}`, path, method })),
  );
  expect(routes.length).toBeGreaterThan(50);
  const asked = await requestsOf(hooktap.origin);
  const lacking = routes.filter(({ path, method }) => {
    const pattern = new RegExp(`^${method} ${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    return !asked.some((request) => pattern.test(request));
  });
  // The stream is a WebSocket: `client.stream()`.
  expect(lacking.map(({ name }) => name)).toEqual(['get /api/stream']);
  expect(client.stream).toBeTypeOf('function');
});
