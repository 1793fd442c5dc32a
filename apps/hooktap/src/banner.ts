import type { TunnelStatus } from '@hooktap/protocol';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';

export interface BannerFacts {
  readonly version: string;
  /** With the token. */
  readonly inspector: string;
  readonly receiver: string;
  readonly target: string | null;
  readonly reply: string;
  readonly dataDir: string;
  readonly tunnelWanted: boolean;
  readonly notices: readonly string[];
}

/** What listens where, before the tunnel is open. */
export function banner(facts: BannerFacts, paint: Paint): string {
  const { version, inspector, receiver, target, reply, dataDir, tunnelWanted, notices } = facts;
  const row = (label: string, value: string) => `  ${paint('dim', label.padEnd(11))}${value}`;
  return [
    `${paint('bold', 'Hooktap')} ${version}`,
    ...notices.map((notice) => `  ${paint('yellow', notice)}`),
    row('Inspector', paint('cyan', inspector)),
    row('Receiver', receiver),
    row('Handler', target ?? `none: every request is captured and answered (reply ${reply})`),
    row('Public URL', tunnelWanted ? 'opening the tunnel…' : 'no public URL (no tunnel)'),
    ...(tunnelWanted ? [] : [row('', 'Nothing is reachable from the internet.')]),
    row('Data', dataDir),
    row('Stop', 'Ctrl-C'),
    '',
  ].join('\n');
}

/** What the tunnel's new state means for the person. */
export function tunnelLines(tunnel: TunnelStatus, target: string | null, paint: Paint): string {
  // URL and reason are partly the tunnel server's words.
  const reason = printable(tunnel.reason);
  switch (tunnel.state) {
    case 'open': {
      const url = printable(tunnel.url ?? '');
      const where = target === null ? 'Hooktap, which captures and answers' : `your handler at ${target}`;
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
      return paint('dim', `Tunnel closed. ${reason}`);
  }
}
