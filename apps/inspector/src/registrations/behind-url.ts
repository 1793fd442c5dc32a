import type { Endpoint, Registration } from '@hooktap/protocol';

export interface ByHand {
  readonly provider: string;
  readonly endpoint: string;
  /** What that provider has to be told. */
  readonly url: string;
}

export interface Standing {
  /** Registrations that call the public URL. */
  readonly following: readonly Registration[];
  /** Those that Hooktap set to another, and should move. */
  readonly behind: readonly Registration[];
  /** Providers that a person told the URL, as far as endpoints name them. */
  readonly byHand: readonly ByHand[];
}

const isUnder = (url: string | null, origin: string): boolean =>
  url !== null && (url === origin || url.startsWith(`${origin}/`));

/** Who calls the public URL, and who calls, or may call, another. */
export function standingAt(
  publicUrl: string,
  registrations: readonly Registration[],
  endpoints: readonly Endpoint[],
): Standing {
  const origin = publicUrl.replace(/\/$/, '');
  const isFollowing = ({ places }: Registration) => places.every(({ url }) => isUnder(url, origin));
  const registered = new Set(registrations.map(({ provider }) => provider));
  const byHand = endpoints.flatMap(({ name, config: { provider, path } }) =>
    provider === undefined || registered.has(provider)
      ? []
      : [{ provider, endpoint: name, url: `${origin}${path === '/' ? '' : path}` }],
  );
  return {
    following: registrations.filter(isFollowing),
    behind: registrations.filter((one) => !isFollowing(one)),
    byHand,
  };
}

/** Each provider that has to be told the URL again, once. */
export function providersToTell({ behind, byHand }: Standing): readonly string[] {
  return [...new Set([...behind, ...byHand].map(({ provider }) => provider))];
}
