import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { Bench } from '../test-support/bin.ts';
import { configProject } from '../test-support/config-project.ts';

const bench = new Bench();
afterEach(() => bench.clean());

const project = (text: string) => configProject(bench, text);

it('a pack of the config file recognises its provider; one that cannot be used is said and left out', async () => {
  const { run, listen, write } = project(`export default {
  quiet: true,
  providers: [
    {
      name: 'correio',
      recognise: (head) =>
        head.header('x-correio') === undefined ? null : { confidence: 'certain', reason: 'It has X-Correio.' },
      read: ({ json }) => ({ eventType: json.kind, subject: json.parcel }),
    },
  ],
};
`);
  const first = listen();
  const { receiver } = await first.ready();
  const parcel = {
    method: 'POST',
    headers: { 'X-Correio': '1' },
    body: '{"kind":"arrived","parcel":"BR-7"}',
  };
  await fetch(`${receiver}/in`, parcel);
  await first.seen(/"provider":"correio".*"eventType":"arrived".*"subject":"BR-7"/);
  await first.stop();
  write("export default { quiet: true, providers: [{ name: 'correio' }] };");
  const again = listen();
  await fetch(`${(await again.ready()).receiver}/in`, parcel);
  await again.seen(/"providerReason":"It bears the mark of no known provider/);
  const { stderr } = await again.stop();
  expect(stderr).toContain('The pack "correio": recognise: expected a function');
  expect((await run(['events', '--json']).ended).stdout).toContain('correio');
});

it('a change of a pack, or of a file that it imports, counts at once; a wrong one does not', async () => {
  const config = (what: string) => `import { defineConfig } from 'hooktap';
import { correio } from './correio.ts';
export default defineConfig({
  quiet: true,
  endpoints: [{ name: 'in', path: '/in', provider: 'correio', secrets: ['segredo'], ${what} }],
  providers: [correio],
});
`;
  const { folder, run, listen, write } = project('export default { quiet: true };');
  const file = join(folder, 'correio.ts');
  const pack = (
    field: string,
    more = '',
  ) => `import { bodyHmacScheme, definePack, textAt } from 'hooktap/providers';
export const correio = definePack({
  name: 'correio',
  recognise: (head) =>
    head.header('x-correio') === undefined ? null : { confidence: 'certain' as const, reason: 'It has X-Correio.' },
  read: ({ json }) => ({ eventType: textAt(json, '${field}') }),
  retry: { scheduleMs: [1000], certainty: 'verified' as const, source: 'https://docs.correio.example' },
  eventTypes: [{ name: 'arrived', says: 'A parcel is there.' }],
  schemes: [
    bodyHmacScheme({ name: 'correio', title: 'Correio', docs: '', header: 'X-Correio', prefix: '', encoding: 'hex' }),
  ],
  samples: [
    { eventType: 'arrived', build: (fresh) => ({ headers: [], body: { kind: 'json', value: { kind: 'arrived', id: fresh.token(4) } } }) },
  ],
  ${more}
});
`;
  const running = listen();
  const { receiver } = await running.ready();
  const send = async (name: string) => {
    const body = JSON.stringify({ kind: 'arrived', tipo: 'chegou', name });
    const signature = createHmac('sha256', 'segredo').update(body).digest('hex');
    await fetch(`${receiver}/in/${name}`, { method: 'POST', headers: { 'X-Correio': signature }, body });
  };
  const noticed = (text: string) => expect.poll(() => running.stderr).toContain(text);

  await send('before');
  writeFileSync(file, pack('kind'));
  write(config("retry: 'correio', reply: 'ack'"));
  await noticed('has changed and counts from now on.');
  await send('first');
  await running.seen(/"path":"\/in\/first".*"provider":"correio".*"eventType":"arrived".*"verdict":"valid"/);
  // The commands beside it know it too.
  expect((await run(['trigger', 'correio', 'arrived']).ended).code).toBe(0);
  expect((await run(['providers', 'correio']).ended).stdout).toContain('A parcel is there.');

  writeFileSync(file, pack('kind', 'schemes: 7,'));
  await noticed('The pack "correio": schemes: ');
  await noticed('The configuration from before goes on.');
  await send('second');
  await running.seen(/"path":"\/in\/second".*"provider":"correio".*"eventType":"arrived"/);

  writeFileSync(file, pack('tipo'));
  await expect.poll(() => running.stderr.match(/counts from now on/g)?.length).toBe(2);
  await send('third');
  await running.seen(/"path":"\/in\/third".*"provider":"correio".*"eventType":"chegou"/);

  write('export default { quiet: true };');
  await expect.poll(() => running.stderr.match(/counts from now on/g)?.length).toBe(3);
  await send('fourth');
  await running.seen(/"path":"\/in\/fourth".*"providerReason":"It bears the mark of no known provider/);
  const { stderr } = await running.stop();
  expect(stderr).not.toContain('next start');
});
