import type { TunnelStatus } from '@hooktap/protocol';
import type { EndpointFacts } from './endpoint-facts.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';

export interface BannerFacts {
  readonly version: string;
  /** With the token. */
  readonly inspector: string;
  readonly receiver: string;
  readonly endpoints: readonly EndpointFacts[];
  readonly dataDir: string;
  readonly tunnelWanted: boolean;
  readonly notices: readonly string[];
}

/** What listens where, before the tunnel is open. */
export function banner(facts: BannerFacts, paint: Paint): string {
  const { version, inspector, receiver, endpoints, dataDir, tunnelWanted, notices } = facts;
  const row = (label: string, value: string) => `  ${paint('dim', label.padEnd(11))}${value}`;
  return [
    `${paint('bold', 'Hooktap')} ${version}`,
    ...notices.map((notice) => `  ${paint('yellow', notice)}`),
    row('Inspector', paint('cyan', inspector)),
    row('Receiver', receiver),
    ...endpointRows(endpoints).map((text, index) => row(index === 0 ? rowLabel(endpoints) : '', text)),
    row('Public URL', tunnelWanted ? 'opening the tunnel…' : 'no public URL (no tunnel)'),
    ...(tunnelWanted ? [] : [row('', 'Nothing is reachable from the internet.')]),
    row('Data', dataDir),
    row('Stop', 'Ctrl-C'),
    '',
  ].join('\n');
}

const rowLabel = (endpoints: readonly EndpointFacts[]): string =>
  isSingle(endpoints) ? 'Handler' : 'Endpoints';

/** One row, or one for each endpoint where there are several. */
function endpointRows(endpoints: readonly EndpointFacts[]): string[] {
  const [only] = endpoints;
  if (only && isSingle(endpoints)) {
    const { targets, reply } = only;
    if (targets.length === 0) return [`none: every request is captured and answered (reply ${reply})`];
    return [`${targets.join(', ')}${reply === 'handler' ? '' : ` (reply ${reply})`}`];
  }
  const width = Math.max(...endpoints.map(({ path }) => path.length));
  return endpoints.map(
    ({ name, path, targets, reply }) =>
      `${path.padEnd(width)} → ${targets.join(', ') || 'captured only'}  (${name}, reply ${reply})`,
  );
}

/** Whether one endpoint takes everything. */
const isSingle = (endpoints: readonly EndpointFacts[]): boolean =>
  endpoints.length === 1 && endpoints[0]?.path === '/';

/** What the tunnel's new state means for the person. */
export function tunnelLines(tunnel: TunnelStatus, endpoints: readonly EndpointFacts[], paint: Paint): string {
  // URL and reason are partly the tunnel server's words.
  const reason = printable(tunnel.reason);
  switch (tunnel.state) {
    case 'open': {
      const url = printable(tunnel.url ?? '');
      const targets = [...new Set(endpoints.flatMap((one) => one.targets))];
      const handlers = targets.length === 1 ? 'your handler at' : 'your handlers at';
      const where =
        targets.length === 0 ? 'Hooktap, which captures and answers' : `${handlers} ${targets.join(', ')}`;
      return [
        ...(tunnel.previousUrl
          ? [
              paint(
                'yellow',
                `The public URL changed: it was ${printable(tunnel.previousUrl)}. Tell your providers.`,
              ),
            ]
          : []),
        `${paint('bold', 'Public URL')}  ${paint('green', url)}  (${tunnel.kind})`,
        `Reachable from the internet: every path of ${url} → ${where}. Not reachable: the inspector.`,
      ].join('\n');
    }
    case 'connecting':
      return paint('dim', `Tunnel: connecting. ${reason}`);
    case 'degraded':
    case 'reconnecting':
      return paint('yellow', `Tunnel ${tunnel.state}: ${reason}`);
    case 'failed':
      return paint('red', `No public URL: ${reason} Requests to the receiver's own URL are still captured.`);
    case 'closed':
      return paint('dim', 'Tunnel closed.');
  }
}
