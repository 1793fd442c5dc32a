import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'vite';
import { expect, it } from 'vitest';
import { startHooktap } from './test-support/hooktap-process.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

const secret = 'not-for-the-internet';
const asked = [
  '/.env',
  '/.git/config',
  '/.git/HEAD?raw',
  '/%2eenv',
  '/%252eenv',
  '/%25252eenv',
  '/a/..%2f.env',
  '/a/..%5c.env',
  '/\\.env',
  '/.ENV',
  '/@fs/srv/project/.env',
  '/.env?import&raw',
];

/** A real dev server over a project with secrets, and the targets that reached it. */
async function startVite(root: string) {
  await mkdir(join(root, '.git'));
  await writeFile(join(root, 'index.html'), '<title>The project</title>');
  await writeFile(join(root, '.env'), `SECRET=${secret}\n`);
  for (const name of ['config', 'HEAD']) await writeFile(join(root, '.git', name), `token = ${secret}\n`);
  const reached: string[] = [];
  const vite = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    server: { host: '127.0.0.1', port: 0 },
    plugins: [
      {
        name: 'recorder',
        configureServer: (server) => {
          server.middlewares.use((request, _response, next) => {
            reached.push(request.url ?? '');
            next();
          });
        },
      },
    ],
  });
  await vite.listen();
  const address = vite.httpServer?.address() as AddressInfo | undefined;
  if (!address) throw new Error('Vite does not listen.');
  const { port } = address;
  return { reached, url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => vite.close() };
}

it('keeps the secret files of a dev server from the internet, however they are spelled', async () => {
  await using project = await temporaryFolder();
  await using folder = await temporaryFolder();
  await using vite = await startVite(project.path);
  await using hooktap = await startHooktap({ folder: folder.path, target: vite.url });
  const page = await send(hooktap.receiverPort, { method: 'GET', target: '/index.html' });
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('The project');
  expect(vite.reached).toEqual(['/index.html']);

  for (const target of asked) {
    const answer = await send(hooktap.receiverPort, { method: 'GET', target });
    expect([target, answer.statusCode]).toEqual([target, 404]);
    expect(answer.body).not.toContain(secret);
    const event = await hooktap.client.event(await hooktap.captured(target));
    expect(event.deliveries).toEqual([]);
  }
  expect(vite.reached).toEqual(['/index.html']);
});
