import type { IncomingMessage } from 'node:http';
import type { Problem } from '@hooktap/protocol';
import type { Access } from './access.ts';
import { problem } from './problems.ts';

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];
const hostHeader = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i;

/** Who may ask at all. Cookies are never read: they ignore ports, so the handler's pages would get them. */
export interface Guard {
  /** The Host header where it names this server; null where it does not (a rebound DNS name). */
  host(request: IncomingMessage): string | null;
  /** Null where host and origin are as they should be. */
  refusal(request: IncomingMessage): Problem | null;
  /** Null where the token is right; a WebSocket of a browser brings it as a subprotocol. */
  tokenRefusal(request: IncomingMessage, protocols?: readonly string[]): Problem | null;
}

export function createGuard(options: {
  readonly access: Access;
  readonly boundHost: string;
  readonly allowHosts: readonly string[];
}): Guard {
  const bound = options.boundHost.includes(':') ? `[${options.boundHost}]` : options.boundHost;
  const allowed = new Set([...loopbackNames, bound, ...options.allowHosts].map((name) => name.toLowerCase()));

  const host = (request: IncomingMessage): string | null => {
    const values = request.headersDistinct.host ?? [];
    const [value] = values;
    if (value === undefined || values.length > 1) return null;
    const name = hostHeader.exec(value)?.[1];
    if (name === undefined) return null;
    return allowed.has(name.toLowerCase()) || allowed.has(value.toLowerCase()) ? value : null;
  };

  return {
    host,
    refusal(request) {
      const named = host(request);
      if (named === null) {
        return problem(
          'host-refused',
          'The Host header does not name this inspector. Open it as http://127.0.0.1, or allow the host name where Hooktap is started.',
        );
      }
      const { origin } = request.headers;
      if (origin !== undefined && origin.toLowerCase() !== `http://${named}`.toLowerCase()) {
        return problem('origin-refused', 'Pages of another origin may not use the inspector API.');
      }
      return null;
    },
    tokenRefusal(request, protocols = []) {
      const presented =
        /^bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1] ??
        protocols.find((name) => name.startsWith('bearer.'))?.slice('bearer.'.length);
      if (presented === undefined) {
        return problem('token-missing', 'Send the token of this Hooktap as "Authorization: Bearer <token>".');
      }
      if (options.access.isToken(presented.trim())) return null;
      return problem(
        'token-invalid',
        'This is not the token of this Hooktap. Open the address that it printed.',
      );
    },
  };
}
