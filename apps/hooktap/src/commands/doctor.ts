import { parseTarget } from '@hooktap/core';
import { createForwarder } from '@hooktap/forwarder';
import type { TargetHealth } from '@hooktap/protocol';
import type { Surroundings } from '../data-dir.ts';
import { bad, type Finding, good, portFinding } from '../doctor/finding.ts';
import { setAsideFindings } from '../doctor/set-aside-findings.ts';
import { settingFindings } from '../doctor/setting-findings.ts';
import { checkTunnelServer } from '../doctor/tunnel-server.ts';
import { type ExitCode, exitCode, reasonOf } from '../failure.ts';
import type { ListenFlags } from '../listen-flags.ts';
import type { Output } from '../output.ts';
import { prepareDataDir } from '../prepare-data-dir.ts';
import { printable } from '../printable.ts';
import { openStore } from '../project-store.ts';
import { type RunningInstance, runningInstance } from '../running-instance.ts';

/** What a start would be given: the doctor looks at the same. */
export interface DoctorOptions {
  readonly targets: readonly string[];
  /** With `tunnel` false nothing leaves this machine. */
  readonly flags: ListenFlags;
  readonly around: Pick<Surroundings, 'cwd' | 'env'>;
}

/** What is wrong, each with its remedy. Exit code 1 where something is. */
export async function doctor(
  dataDir: string,
  { targets, flags, around }: DoctorOptions,
  output: Output,
): Promise<ExitCode> {
  const running = await runningInstance(dataDir).catch((error: unknown) => reasonOf(error));
  const instance = typeof running === 'string' ? null : running;
  const settings = await settingFindings(targets, flags, around);
  // Of an instance that runs the health of its targets is known.
  const handlers = instance ? targets.map((text) => text.replace(/^\/[^=]*=/, '')) : settings.targets;
  // Looked at before the store is opened, which tells itself of what it sets aside.
  const setAside = setAsideFindings(dataDir);
  const findings: Finding[] = [
    good('node', `Node ${process.versions.node}.`),
    dataDirFinding(dataDir),
    ...(typeof running === 'string'
      ? [bad('instance', running, null)]
      : running
        ? await instanceFindings(running)
        : await idleFindings(dataDir)),
    ...setAside,
    ...settings.findings,
    ...(await Promise.all(handlers.map(handlerFinding))),
    ...(settings.tunnelWanted && !(await runsWithoutTunnel(instance)) ? await checkTunnelServer() : []),
    ...settings.origins,
  ];
  if (flags.json) for (const finding of findings) output.json(finding);
  else for (const finding of findings) output.result(line(finding, output));
  return findings.every(({ ok }) => ok) ? exitCode.done : exitCode.failed;
}

function line({ about, ok, note, says }: Finding, { paint }: Output): string {
  const how = ok ? (note ? paint('yellow', 'note') : paint('green', 'ok  ')) : paint('red', 'BAD ');
  return `${how} ${about.padEnd(10)} ${printable(says)}`;
}

function dataDirFinding(dataDir: string): Finding {
  try {
    prepareDataDir(dataDir);
    return good('data', `${dataDir} can be written.`);
  } catch (error) {
    return bad('data', reasonOf(error), null);
  }
}

async function instanceFindings({ client, pid, origin }: RunningInstance): Promise<Finding[]> {
  try {
    const { tunnel, targets, warnings } = await client.status();
    return [
      good('instance', `Runs as process ${pid}; inspector on ${origin}.`),
      tunnel.state === 'open' || tunnel.kind === 'none'
        ? good('tunnel', `${tunnel.state}: ${tunnel.reason}`)
        : bad('tunnel', `${tunnel.state}: ${tunnel.reason}`, tunnelRemedy),
      ...onePerUrl(targets).map(healthFinding),
      ...warnings.map((says) => bad('store', says, damageRemedy)),
    ];
  } catch (error) {
    return [bad('instance', `Process ${pid}: ${reasonOf(error)}`, `Stop it (kill ${pid}) and start again.`)];
  }
}

/** Several endpoints may have the same one. */
const onePerUrl = <T extends { readonly url: string }>(targets: readonly T[]): T[] => [
  ...new Map(targets.map((target) => [target.url, target])).values(),
];

/** Nobody misses the network then. */
async function runsWithoutTunnel(instance: RunningInstance | null): Promise<boolean> {
  const status = await instance?.client.status().catch(() => undefined);
  return status?.tunnel.kind === 'none';
}

async function idleFindings(dataDir: string): Promise<Finding[]> {
  return [
    good('instance', 'None runs for this project.'),
    await portFinding('inspector', 4400, '--ui-port'),
    await portFinding('receiver', 4401, '--port'),
    await storeFinding(dataDir),
  ];
}

async function storeFinding(dataDir: string): Promise<Finding> {
  try {
    const store = await openStore(dataDir);
    const { events, storedBytes } = store.counts();
    const derived = await store.derivedBytes();
    const damage = store.warnings.map(({ message }) => message).join(' ');
    await store.close();
    if (damage) return bad('store', damage, damageRemedy);
    return good('store', `${events} events, ${storedBytes} bytes, and ${derived} for searching them.`);
  } catch (error) {
    return bad('store', reasonOf(error), null);
  }
}

async function handlerFinding(text: string): Promise<Finding> {
  const parsed = parseTarget(text);
  if (!parsed.ok) return bad('handler', parsed.message, null);
  const forwarder = createForwarder();
  const { health, reason } = await forwarder.probe(parsed.target, 3000);
  await forwarder.close();
  return healthFinding({ url: parsed.target.url, health, reason });
}

const tunnelRemedy = 'Check the network, or name another server with --tunnel-host.';
const damageRemedy =
  'Everything else is there. Look into what was set aside, and delete it when you do not need it.';

function healthFinding(target: { url: string; health: TargetHealth; reason: string }): Finding {
  const says = `${target.url} is ${target.health}: ${target.reason}`;
  if (target.health !== 'down') return good('handler', says);
  return bad('handler', says, 'Check that your handler runs and that this is its address.');
}
