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

export type TargetParse =
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly message: string };

const remedy = 'Give a port (3000), a host and port (localhost:3000) or a URL (http://localhost:3000/path).';
const refuse = (message: string): TargetParse => ({ ok: false, message: `${message} ${remedy}` });

/** Reads a port, a host and port, or an http(s) URL with or without a path. */
export function parseTarget(text: string): TargetParse {
  if (/^\d+$/.test(text)) return fromParts('http:', 'localhost', text, null);
  // Taken apart by hand: `URL` would resolve dots and escape characters of the path.
  const parts = /^(?:(https?):\/\/)?(\[[0-9a-f:.]+\]|[^/?#:@\s[\]]+)(?::(\d+))?([/?][^#\s]*)?$/i.exec(text);
  if (!parts) return refuse(`'${text}' is not a target.`);
  const [, scheme, host = '', port, rest] = parts;
  if (!scheme && port === undefined) return refuse(`'${text}' is not a target: it names no port.`);
  const protocol = scheme?.toLowerCase() === 'https' ? 'https:' : 'http:';
  const path = rest === undefined ? null : rest.startsWith('?') ? `/${rest}` : rest;
  if (path !== null && !/^[\x21-\xff]*$/.test(path)) {
    return refuse(`'${text}' is not a target: write characters outside latin-1 percent-encoded.`);
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
  if (port < 1 || port > 65_535) return refuse(`${portText} is not a port: ports go from 1 to 65535.`);
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

/**
 * The request target to send. Joined as bytes and never resolved, so that `//evil/x` or `http://evil/x`
 * stay what they are: text for the target's own handler.
 */
export function joinTarget(target: Target, requestTarget: string): string {
  if (target.path === null) return requestTarget;
  const query = requestTarget.indexOf('?');
  if (query === -1) return target.path;
  const tail = requestTarget.slice(query + 1);
  return `${target.path}${target.path.includes('?') ? '&' : '?'}${tail}`;
}
