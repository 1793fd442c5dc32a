import { parseTarget } from '@hooktap/core';
import { createForwarder } from '@hooktap/forwarder';
import { prepareDataDir } from '../data-dir.ts';
import { type Finding, portFinding } from '../doctor/finding.ts';
import { checkTunnelServer } from '../doctor/tunnel-server.ts';
import { type ExitCode, exitCode, reasonOf } from '../failure.ts';
import type { Output } from '../output.ts';
import { printable } from '../printable.ts';
import { openStore } from '../project-store.ts';
import { type RunningInstance, runningInstance } from '../running-instance.ts';

/** What is wrong, each with its remedy. Exit code 1 where something is. */
export async function doctor(
  dataDir: string,
  target: string | undefined,
  json: boolean,
  output: Output,
): Promise<ExitCode> {
  const running = await runningInstance(dataDir).catch((error: unknown) => reasonOf(error));
  const instance = typeof running === 'string' ? null : running;
  const findings: Finding[] = [
    { about: 'node', ok: true, says: `Node ${process.versions.node}.` },
    dataDirFinding(dataDir),
    ...(typeof running === 'string' ? [{ about: 'instance', ok: false, says: running }] : []),
    ...(instance ? await instanceFindings(instance) : await idleFindings(dataDir)),
    ...(target === undefined ? [] : [await handlerFinding(target)]),
    ...(await checkTunnelServer()),
  ];
  if (json) for (const finding of findings) output.json(finding);
  else for (const finding of findings) output.result(line(finding, output));
  return findings.every(({ ok }) => ok) ? exitCode.done : exitCode.failed;
}

const line = ({ about, ok, says }: Finding, { paint }: Output): string =>
  `${ok ? paint('green', 'ok  ') : paint('red', 'BAD ')} ${about.padEnd(10)} ${printable(says)}`;

function dataDirFinding(dataDir: string): Finding {
  try {
    prepareDataDir(dataDir);
    return { about: 'data', ok: true, says: `${dataDir} can be written.` };
  } catch (error) {
    return { about: 'data', ok: false, says: reasonOf(error) };
  }
}

async function instanceFindings({ client, pid, origin }: RunningInstance): Promise<Finding[]> {
  try {
    const { tunnel, targets, warnings } = await client.status();
    return [
      { about: 'instance', ok: true, says: `Runs as process ${pid}; inspector on ${origin}.` },
      {
        about: 'tunnel',
        ok: tunnel.state === 'open' || tunnel.kind === 'none',
        says: `${tunnel.state}: ${tunnel.reason}`,
      },
      ...targets.map(({ url, health, reason }) => ({
        about: 'handler',
        ok: health !== 'down',
        says: `${url} is ${health}: ${reason}`,
      })),
      ...warnings.map((says) => ({ about: 'store', ok: false, says })),
    ];
  } catch (error) {
    return [{ about: 'instance', ok: false, says: `Process ${pid}: ${reasonOf(error)}` }];
  }
}

async function idleFindings(dataDir: string): Promise<Finding[]> {
  return [
    { about: 'instance', ok: true, says: 'None runs for this project.' },
    await portFinding('inspector', 4400),
    await portFinding('receiver', 4401),
    await storeFinding(dataDir),
  ];
}

async function storeFinding(dataDir: string): Promise<Finding> {
  try {
    const store = await openStore(dataDir);
    const { events, storedBytes } = store.counts();
    const damage = store.warnings.join(' ');
    await store.close();
    if (damage) return { about: 'store', ok: false, says: damage };
    return { about: 'store', ok: true, says: `${events} events, ${storedBytes} bytes.` };
  } catch (error) {
    return { about: 'store', ok: false, says: reasonOf(error) };
  }
}

async function handlerFinding(text: string): Promise<Finding> {
  const parsed = parseTarget(text);
  if (!parsed.ok) return { about: 'handler', ok: false, says: parsed.message };
  const forwarder = createForwarder();
  const { health, reason } = await forwarder.probe(parsed.target, 3000);
  await forwarder.close();
  return { about: 'handler', ok: health !== 'down', says: `${parsed.target.url} is ${health}: ${reason}` };
}
