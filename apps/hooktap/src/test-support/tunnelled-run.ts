import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocaltunnelServer } from '@hooktap/testing';
import type { Bench, Ended, Run } from './bin.ts';

/** An instance that has a public URL. */
interface Started {
  readonly run: Run;
  readonly publicUrl: string;
}

export async function startTunnelled(
  bench: Bench,
  folder: string,
  server: LocaltunnelServer,
  env: NodeJS.ProcessEnv,
): Promise<Started> {
  const ports = ['--port', '0', '--ui-port', '0', '--no-open', '--json'];
  const run = bench.run([...ports, '--tunnel-host', server.url, '--data-dir', folder], env);
  const [line] = await run.seen(/^\{"type":"tunnel".*"state":"open".*$/m, 30_000);
  return { run, publicUrl: String((JSON.parse(line) as { url: unknown }).url) };
}

export const command = (
  bench: Bench,
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Ended> => bench.run([...args, '--data-dir', folder], env).ended;

/** What lies in the data directory, as one text. */
export const stored = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
