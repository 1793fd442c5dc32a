import type { ProviderPack } from './pack.ts';

/**
 * A pack of the user's own, which must not take capturing down: what its functions throw is reported and
 * counts as "not recognised" or "nothing read".
 */
export function guardedPack(given: ProviderPack, report: (message: string) => void): ProviderPack {
  const pack: ProviderPack = { ...bare(given.name), ...given };
  const guard = <T>(what: string, run: () => T, otherwise: T): T => {
    try {
      return run();
    } catch (error) {
      report(
        `The pack '${pack.name}' failed to ${what}: ${error instanceof Error ? error.message : String(error)}`,
      );
      return otherwise;
    }
  };
  return {
    ...pack,
    recognise: (head) => guard('recognise a request', () => pack.recognise(head), null),
    read: (request) => guard('read a body', () => pack.read(request), {}),
    handshakes: pack.handshakes.map((handshake) => ({
      ...handshake,
      answer: (...args) => guard('answer a handshake', () => handshake.answer(...args), null),
    })),
    schemes: pack.schemes.map((scheme) => ({
      ...scheme,
      claim: (request) => guard('read a signature', () => scheme.claim(request), null),
      key: (secret) => guard('read a secret', () => scheme.key(secret), null),
    })),
  };
}

/** What a pack may leave out: a person begins with `recognise` and `read`. */
const bare = (name: string) => ({
  title: name,
  docs: [],
  facts: [],
  eventTypes: [],
  schemes: [],
  unsigned: 'Its pack brings no signature scheme.',
  handshakes: [],
  samples: [],
});

/** Why it cannot be used; empty where it can. */
export function packProblems(pack: ProviderPack, taken: readonly string[]): string[] {
  const problems: string[] = [];
  if (!/^[a-z][a-z0-9-]{0,49}$/.test(pack.name)) {
    problems.push(`'${pack.name}' is not a provider's name: lower-case letters, digits and hyphens.`);
  }
  if (taken.includes(pack.name)) problems.push(`There is a pack named '${pack.name}' already.`);
  for (const needed of ['recognise', 'read'] as const) {
    if (typeof pack[needed] !== 'function')
      problems.push(`The pack '${pack.name}' has no function '${needed}'.`);
  }
  return problems;
}
