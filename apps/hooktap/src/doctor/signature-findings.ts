import type { EndpointPolicy } from '@hooktap/core';
import type { Catalog, ProviderPack } from '@hooktap/providers';
import { secretVariable } from '../config/environment-secrets.ts';
import { bad, type Finding, note } from './finding.ts';

type Checked = Pick<EndpointPolicy, 'name' | 'provider' | 'secrets' | 'enforce' | 'dedupe'>;

/** What keeps the signatures of an endpoint's events from being checked, and what that lets a stranger do. */
export function signatureFindings(
  endpoints: readonly Checked[],
  catalog: Pick<Catalog, 'pack' | 'unknown'>,
): Finding[] {
  return endpoints.flatMap((endpoint) => {
    const { provider } = endpoint;
    if (provider === null) return [...calledLikeOne(endpoint, catalog), ...guessable(endpoint, null)];
    const pack = catalog.pack(provider);
    if (!pack) {
      return [
        bad('signature', `${endpoint.name}: ${catalog.unknown(provider).message}`, 'Check its provider.'),
      ];
    }
    return [...secretFindings(endpoint, pack), ...guessable(endpoint, pack)];
  });
}

function secretFindings({ name, secrets, enforce }: Checked, { title, schemes }: ProviderPack): Finding[] {
  if (schemes.length === 0) return [];
  const remedy = `Set ${secretVariable(name)}, or secrets in the config file.`;
  if (secrets.length === 0) {
    const says = `${name}: ${title} signs its callbacks, and the endpoint has no secret: none is checked`;
    return enforce
      ? [bad('signature', `${says}, and enforce lets all of them pass.`, remedy)]
      : [note('signature', `${says}.`, remedy)];
  }
  const usable = secrets.filter((secret) => schemes.some((scheme) => scheme.key(secret) !== null));
  if (usable.length === secrets.length) return [];
  const which = usable.length === 0 ? 'None of its secrets is' : 'Not all of its secrets are';
  return [bad('signature', `${name}: ${which} of the kind that ${title} signs with.`, remedy)];
}

/** A name decides nothing; who gave it may think so. */
function calledLikeOne({ name }: Checked, catalog: Pick<Catalog, 'pack'>): Finding[] {
  const pack = catalog.pack(name);
  if (!pack) return [];
  return [
    note(
      'signature',
      `${name}: It is called like a provider and names none, so only events that bear ${pack.title}'s marks are read as its.`,
      `Write provider: '${name}'.`,
    ),
  ];
}

function guessable({ name, enforce, dedupe }: Checked, pack: ProviderPack | null): Finding[] {
  if (dedupe.deliver !== 'first' || enforce) return [];
  const signs = pack !== null && pack.schemes.length > 0;
  return [
    note(
      'dedupe',
      `${name}: It delivers only the first event of a key, and anybody may send one: whoever guesses a key keeps the genuine event from the handler.`,
      signs
        ? "Set enforce, or dedupe: { deliver: 'all' }."
        : "Set dedupe: { deliver: 'all' } to mark duplicates only.",
    ),
  ];
}
