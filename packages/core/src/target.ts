import type { ReasonPart, Saying } from '@hooktap/protocol';
import { refusals } from './say.ts';

/** Where an endpoint's events go, taken apart once. */
export interface Target {
  readonly protocol: 'http:' | 'https:';
  /** Without brackets; an IPv6 address, an IPv4 address or a name. */
  readonly hostname: string;
  readonly port: number;
  /** Path and query as given, null where the URL has no path: then the sender's request target is kept. */
  readonly path: string | null;
  /** For people and records: `http://localhost:3000/path`. */
  readonly url: string;
}

export type TargetParse = { readonly ok: true; readonly target: Target } | ({ readonly ok: false } & Saying);

const { part } = refusals;
const refuse = (why: ReasonPart): TargetParse => ({ ok: false, ...refusals.say(why, part('target-forms')) });

/** Reads a port, a host and port, or an http(s) URL with or without a path. */
export function parseTarget(text: string): TargetParse {
  if (/^\d+$/.test(text)) return fromParts('http:', 'localhost', text, null);
  // Taken apart by hand: `URL` would resolve dots and escape characters of the path.
  const parts = /^(?:(https?):\/\/)?(\[[0-9a-f:.]+\]|[^/?#:@\s[\]]+)(?::(\d+))?([/?][^#\s]*)?$/i.exec(text);
  if (!parts) return refuse(part('no-target', { text }));
  const [, scheme, host = '', port, rest] = parts;
  if (!scheme && port === undefined) return refuse(part('target-portless', { text }));
  const protocol = scheme?.toLowerCase() === 'https' ? 'https:' : 'http:';
  const path = rest === undefined ? null : rest.startsWith('?') ? `/${rest}` : rest;
  if (path !== null && !/^[\x21-\xff]*$/.test(path)) {
    return refuse(part('target-characters', { text }));
  }
  return fromParts(
    protocol,
    host.replace(/^\[|\]$/g, ''),
    port ?? (protocol === 'https:' ? '443' : '80'),
    path,
  );
}

function fromParts(
  protocol: Target['protocol'],
  hostname: string,
  portText: string,
  path: string | null,
): TargetParse {
  const port = Number(portText);
  if (port < 1 || port > 65_535) return refuse(part('target-port', { port: portText }));
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  const usual = protocol === 'https:' ? 443 : 80;
  const authority = port === usual && protocol === 'https:' ? host : `${host}:${port}`;
  return {
    ok: true,
    target: { protocol, hostname, port, path, url: `${protocol}//${authority}${path ?? ''}` },
  };
}

/** The Host header of a request to this target (RFC 9110 §7.2). */
export function targetHost({ protocol, hostname, port }: Target): string {
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  return port === (protocol === 'https:' ? 443 : 80) ? host : `${host}:${port}`;
}

/** What becomes of the sender's path: see `joinTarget`. */
export type PathRewrite =
  | { readonly kind: 'usual' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'strip-prefix'; readonly prefix: string }
  | { readonly kind: 'fixed'; readonly path: string };

/**
 * The request target to send. Joined as bytes and never resolved, so that `//evil/x` or `http://evil/x`
 * stay what they are: text for the target's own handler.
 *
 * `usual`: the target's path, where it has one, takes the place of the sender's. `keep` and `strip-prefix` put the
 * target's path before the sender's. The sender's query is always kept.
 */
export function joinTarget(target: Target, requestTarget: string, rewrite: PathRewrite): string {
  if (rewrite.kind === 'usual' && target.path === null) return requestTarget;
  const mark = requestTarget.indexOf('?');
  const path = mark === -1 ? requestTarget : requestTarget.slice(0, mark);
  const query = mark === -1 ? null : requestTarget.slice(mark + 1);
  const joined = joinPath(target.path, path, rewrite);
  return query === null ? joined : `${joined}${joined.includes('?') ? '&' : '?'}${query}`;
}

function joinPath(base: string | null, path: string, rewrite: PathRewrite): string {
  switch (rewrite.kind) {
    case 'usual':
      return base ?? path;
    case 'fixed':
      return rewrite.path;
    case 'keep':
      return under(base, path);
    case 'strip-prefix': {
      const rest = path.startsWith(rewrite.prefix) ? path.slice(rewrite.prefix.length) : path;
      return under(base, rest === '' ? '/' : rest);
    }
  }
}

/** A path below the target's own, whose query, if any, stays at the end. */
function under(base: string | null, path: string): string {
  if (base === null) return path;
  const [own = '', query] = base.split(/\?(.*)/s);
  const below = `${own.replace(/\/$/, '')}${path.startsWith('/') ? '' : '/'}${path}`;
  return query === undefined ? below : `${below}?${query}`;
}
