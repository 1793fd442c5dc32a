import type { ProviderRequest } from '@hooktap/core';
import { headerValue } from '@hooktap/protocol';
import { doctor } from './doctor.ts';
import type { MistakeCode } from './finding.ts';
import type { RequestVariant } from './request-variants.ts';

interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
}

/** What a provider that signs its URL may have called instead of the event's public URL. Fewest changes first. */
export function urlVariants(request: ProviderRequest, otherUrls: readonly string[]): RequestVariant[] {
  const now = split(request.url);
  if (!now) return [];
  const known = [...otherUrls.slice(0, 20), ...fromHeaders(request, now)].flatMap((url) => split(url) ?? []);
  const hosts = distinct([now.host, ...known.map(({ host }) => host)]);
  const ports = distinct([now.port, '', ':443', ':80', ...known.map(({ port }) => port)]);
  const paths = distinct([
    now.path,
    ...pathsLike(now.path),
    ...known.map(({ path }) => path).filter((path) => path !== '/'),
  ]);
  const queries = distinct([
    now.query,
    '',
    now.query.replaceAll('%20', '+'),
    now.query.replaceAll('+', '%20'),
    ...known.map(({ query }) => query),
  ]);
  const all: { readonly changed: MistakeCode[]; readonly variant: RequestVariant }[] = [];
  for (const scheme of ['https', 'http'])
    for (const host of hosts)
      for (const port of ports)
        for (const path of paths)
          for (const query of queries) {
            const changed = differences(now, { scheme, host, port, path, query });
            const [code] = changed;
            if (!code || changed.length > 3) continue;
            const url = `${scheme}://${host}${port}${path}${query}`;
            all.push({
              changed,
              variant: { code, says: doctor.sentence('url', { url }), request: { ...request, url } },
            });
          }
  return all
    .sort((a, b) => a.changed.length - b.changed.length)
    .slice(0, 3000)
    .map(({ variant }) => variant);
}

function differences(now: Parts, other: Parts): MistakeCode[] {
  const codes: MistakeCode[] = [];
  if (now.host !== other.host) codes.push('url-host');
  if (now.scheme !== other.scheme) codes.push('url-scheme');
  if (now.port !== other.port) codes.push('url-port');
  if (now.path !== other.path) codes.push('url-path');
  if (now.query !== other.query) codes.push('url-query');
  return codes;
}

function split(url: string): Parts | null {
  const match = /^(https?):\/\/([^/?#]*?)(:\d+)?([/][^?#]*)?(\?[^#]*)?(#.*)?$/i.exec(url);
  if (!match) return null;
  const [, scheme = '', host = '', port = '', path = '', query = ''] = match;
  return { scheme: scheme.toLowerCase(), host, port, path, query };
}

function fromHeaders(request: ProviderRequest, now: Parts): string[] {
  const hosts = ['host', 'x-forwarded-host', 'x-original-host'].flatMap(
    (name) => headerValue(request.rawHeaders, name)?.split(',') ?? [],
  );
  const port = headerValue(request.rawHeaders, 'x-forwarded-port');
  const urls = hosts.map((host) => `${now.scheme}://${host.trim()}`);
  return port && /^\d{1,5}$/.test(port) ? [...urls, `${now.scheme}://${now.host}:${port}`] : urls;
}

function pathsLike(path: string): string[] {
  const slash = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  try {
    return [slash, decodeURI(path), encodeURI(path)];
  } catch {
    return [slash];
  }
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].slice(0, 12);
