import { EndpointBook, parseTarget, systemClock } from '@hooktap/core';
import type { Catalog } from '@hooktap/providers';
import { createMemoryStore } from '@hooktap/store';
import { applyEndpoints } from '../config/apply-endpoints.ts';
import { configuredEndpoints } from '../config/configured-endpoints.ts';
import { configOrigin, originText } from '../config/setting-origin.ts';
import type { Surroundings } from '../data-dir.ts';
import { Failure } from '../failure.ts';
import type { ListenFlags } from '../listen-flags.ts';
import { type ListenSettings, loadListenSettings } from '../listen-settings.ts';
import { loadCatalog } from '../provider-catalog.ts';
import { loadRetrySchedules, retrySchedules } from '../retry-schedules.ts';
import { deadlineFindings } from './deadline-findings.ts';
import { bad, type Finding, good } from './finding.ts';
import { signatureFindings } from './signature-findings.ts';

export interface SettingFindings {
  readonly findings: readonly Finding[];
  /** Each setting with where its value comes from. */
  readonly origins: readonly Finding[];
  /** As written, one for each server: that is what health is about. */
  readonly targets: readonly string[];
  /** Whether there would be a public URL. */
  readonly tunnelWanted: boolean;
}

/** What a start with these flags would go by, and where each value comes from. Secrets are counted, never shown. */
export async function settingFindings(
  targets: readonly string[],
  flags: ListenFlags,
  around: Pick<Surroundings, 'cwd' | 'env'>,
): Promise<SettingFindings> {
  const complaints: string[] = [];
  try {
    const settings = await loadListenSettings(targets, flags, around, (text) => complaints.push(text));
    await loadRetrySchedules(settings.givens.config?.values.providers);
    const catalog = await loadCatalog({
      userPacks: settings.givens.config?.values.providers,
      report: (text) => complaints.push(text),
    });
    const { findings, ...rest } = findingsOf(settings, catalog);
    return { ...rest, findings: [...complaints.map(wrong), ...findings] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return {
      targets: [],
      origins: [],
      tunnelWanted: flags.tunnel !== false,
      findings: [...complaints, error.message].map(wrong),
    };
  }
}

const wrong = (text: string): Finding => bad('config', text, null);

function findingsOf(
  { givens, defaults, settings, tunnel }: ListenSettings,
  catalog: Catalog,
): SettingFindings {
  const { config } = givens;
  const { endpoints, secretVariables, notices } = configuredEndpoints(givens);
  const book = new EndpointBook({
    store: createMemoryStore({ clock: systemClock }),
    defaults,
    schedules: retrySchedules,
  });
  const applied = applyEndpoints({ applyEndpoints: (given, known) => book.apply(given, known) }, givens);
  // Of names that nobody has the others need not suffer here.
  if (!applied.ok) book.apply(endpoints);
  const all = endpoints.map(({ config: endpoint, source }) => {
    const { name, path, target, targets = target === undefined ? [] : [target], secrets = [] } = endpoint;
    const fromFlags = source.kind === 'flags' || givens.targets.some((one) => one.target === target);
    const variables = secretVariables.get(name);
    const index = config?.values.endpoints?.findIndex((one) => one.name === name) ?? -1;
    const written = config && index >= 0 && config.values.endpoints?.[index]?.secrets;
    const origins = [
      ...(variables ? [originText({ kind: 'environment', variables })] : []),
      ...(written ? [originText(configOrigin(config, ['endpoints', index, 'secrets']))] : []),
    ];
    const stands = source.kind === 'config' ? originText(source) : 'command line';
    const where =
      targets.length === 0
        ? 'captured only'
        : `${targets.join(', ')}${fromFlags && source.kind === 'config' ? ' (command line)' : ''}`;
    const { length } = secrets;
    const counted =
      length === 0 ? '' : `, ${length} ${length === 1 ? 'secret' : 'secrets'} (${origins.join('; ')})`;
    return {
      targets,
      finding: good('endpoint', `${name}: ${path} → ${where}${counted} (${stands})`),
    };
  });
  const policies = endpoints.flatMap(({ config: { name } }) => book.find(name) ?? []);
  return {
    tunnelWanted: tunnel.kind !== 'none',
    targets: onePerServer(all.flatMap((one) => one.targets)),
    findings: [
      good('config', config ? `${config.name} is read.` : 'There is no config file.'),
      ...(applied.ok ? [] : applied.messages.map(wrong)),
      ...notices.map((text) => bad('config', text, 'Check its name, or unset it.')),
      ...all.map(({ finding }) => finding),
      ...deadlineFindings(policies, catalog),
      ...signatureFindings(policies, catalog),
    ],
    origins: [
      ...settings.map(({ name, value, origin }) =>
        good('setting', `${name} = ${value} (${originText(origin)})`),
      ),
    ],
  };
}

function onePerServer(targets: readonly string[]): string[] {
  const servers = new Map<string, string>();
  for (const text of targets) {
    const parsed = parseTarget(text);
    const server = parsed.ok
      ? `${parsed.target.protocol}${parsed.target.hostname}:${parsed.target.port}`
      : text;
    if (!servers.has(server)) servers.set(server, text);
  }
  return [...servers.values()];
}
