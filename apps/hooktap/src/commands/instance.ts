import { setTimeout as pause } from 'node:timers/promises';
import { lockHolder } from '@hooktap/store';
import { givenToken, keptToken, rotateToken, tokenFile } from '../access-token.ts';
import { openBrowser } from '../browser.ts';
import { endpointText } from '../endpoint-facts.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { prepareDataDir } from '../prepare-data-dir.ts';
import { printable } from '../printable.ts';
import { knownInstance, requireInstance, runningInstance } from '../running-instance.ts';

const stopLimitMs = 10_000;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export async function showStatus(dataDir: string, json: boolean, output: Output): Promise<ExitCode> {
  const { client, origin, pid } = await requireInstance(dataDir);
  const status = await client.status();
  if (json) {
    output.json(status);
    return exitCode.done;
  }
  const { tunnel, counts, receiver, sizes } = status;
  const row = (label: string, value: string) => output.result(`${label.padEnd(12)}${printable(value)}`);
  row('Hooktap', `${status.version}, process ${pid}, up for ${Math.round(status.uptimeMs / 1000)} s`);
  row('Inspector', origin);
  row('Receiver', receiver.url);
  row(
    'Public URL',
    tunnel.state === 'open' && tunnel.url ? tunnel.url : `none (${tunnel.state}): ${tunnel.reason}`,
  );
  const { items: endpoints } = await client.endpoints();
  for (const endpoint of endpoints) row('Endpoint', endpointText(endpoint));
  row('Events', `${counts.events} kept, ${counts.pinned} pinned, ${counts.rejected} rejected requests`);
  const { storedBytes, keepBytes, derivedBytes = 0 } = sizes;
  row(
    'Stored',
    `${megabytes(storedBytes)} of ${megabytes(keepBytes)}, and ${megabytes(derivedBytes)} for searching`,
  );
  row('Data', status.dataDir);
  for (const warning of status.warnings) row('Warning', warning);
  return exitCode.done;
}

export async function stopInstance(dataDir: string, output: Output): Promise<ExitCode> {
  const { pid } = await requireInstance(dataDir, knownInstance);
  process.kill(pid, 'SIGTERM');
  const until = Date.now() + stopLimitMs;
  while (Date.now() < until) {
    await pause(50);
    if (!(await lockHolder(dataDir))) {
      output.aside(`Stopped (process ${pid}).`);
      return exitCode.done;
    }
  }
  throw new Failure(
    `Process ${pid} was asked to stop and still runs after ${stopLimitMs / 1000} s. End it with: kill -9 ${pid}`,
  );
}

export async function openInspector(dataDir: string, output: Output): Promise<ExitCode> {
  const { origin, token, client } = await requireInstance(dataDir);
  output.result(`${origin}/#token=${token}`);
  openBrowser(await client.openingUrl());
  return exitCode.done;
}

/** Prints the token: that of the running instance, else the one that the next start takes. */
export async function showToken(dataDir: string, json: boolean, output: Output): Promise<ExitCode> {
  const running = await knownInstance(dataDir);
  const token = running?.token ?? givenToken(process.env) ?? keptToken(dataDir);
  if (token === null) {
    throw new Failure('There is no token yet. The first start makes one: hooktap <port of your handler>');
  }
  if (json) {
    output.json({ token, inspector: running?.origin ?? null });
    return exitCode.done;
  }
  output.result(token);
  const place = keptToken(dataDir) === token ? `It lies in ${tokenFile(dataDir)}.` : 'HOOKTAP_TOKEN sets it.';
  output.aside(running ? `${place} Inspector: ${running.origin}/#token=${token}` : place);
  return exitCode.done;
}

/** A fresh token, which a running instance takes at once. */
export async function rotate(dataDir: string, output: Output): Promise<ExitCode> {
  const running = await runningInstance(dataDir);
  if (running) {
    await running.client.rotateToken();
    output.aside(
      `The running Hooktap (process ${running.pid}) has a fresh token. Tabs and streams with the old one ` +
        'are cut off; open the inspector again with: hooktap open',
    );
    return exitCode.done;
  }
  if (givenToken(process.env) !== null) {
    throw new Failure('HOOKTAP_TOKEN sets the token: change it there, or unset it first.');
  }
  prepareDataDir(dataDir);
  rotateToken(dataDir);
  output.aside('There is a fresh token, for the next start: no Hooktap runs for this project now.');
  return exitCode.done;
}
