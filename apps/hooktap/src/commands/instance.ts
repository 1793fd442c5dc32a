import { setTimeout as pause } from 'node:timers/promises';
import { lockHolder } from '@hooktap/store';
import { givenToken, rotateToken } from '../access-token.ts';
import { openBrowser } from '../browser.ts';
import { prepareDataDir } from '../data-dir.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { printable } from '../printable.ts';
import { requireInstance } from '../running-instance.ts';

const stopLimitMs = 10_000;

export async function showStatus(dataDir: string, json: boolean, output: Output): Promise<ExitCode> {
  const { client, origin, pid } = await requireInstance(dataDir);
  const status = await client.status();
  if (json) {
    output.json(status);
    return exitCode.done;
  }
  const { tunnel, targets, counts, receiver } = status;
  const row = (label: string, value: string) => output.result(`${label.padEnd(12)}${printable(value)}`);
  row('Hooktap', `${status.version}, process ${pid}, up for ${Math.round(status.uptimeMs / 1000)} s`);
  row('Inspector', origin);
  row('Receiver', receiver.url);
  row(
    'Public URL',
    tunnel.state === 'open' && tunnel.url ? tunnel.url : `none (${tunnel.state}): ${tunnel.reason}`,
  );
  for (const target of targets) row('Handler', `${target.url} (${target.health}: ${target.reason})`);
  row('Events', `${counts.events} kept, ${counts.pinned} pinned, ${counts.rejected} rejected requests`);
  row('Data', status.dataDir);
  for (const warning of status.warnings) row('Warning', warning);
  return exitCode.done;
}

export async function stopInstance(dataDir: string, output: Output): Promise<ExitCode> {
  const { pid } = await requireInstance(dataDir);
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
  const { origin, token } = await requireInstance(dataDir);
  const url = `${origin}/#token=${token}`;
  output.result(url);
  openBrowser(url);
  return exitCode.done;
}

export async function token(dataDir: string, rotate: boolean, output: Output): Promise<ExitCode> {
  if (!rotate) {
    throw new Failure("Say what to do: 'hooktap token --rotate' makes a fresh token.", exitCode.usage);
  }
  if (givenToken(process.env) !== null) {
    throw new Failure('HOOKTAP_TOKEN sets the token: change it there, or unset it first.');
  }
  prepareDataDir(dataDir);
  rotateToken(dataDir);
  output.aside('There is a fresh token. Open tabs of the inspector have to be opened anew: hooktap open');
  return exitCode.done;
}
