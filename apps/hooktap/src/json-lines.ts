import type { StreamChange } from '@hooktap/protocol';
import { jsonText } from './printable.ts';

/** The first line of `--json`: everything local listens. */
export interface Ready {
  readonly version: string;
  readonly inspector: string;
  readonly receiver: string;
  readonly token: string;
  readonly dataDir: string;
  readonly pid: number;
}

export const readyLine = (ready: Ready): string => `${jsonText({ type: 'ready', ...ready })}\n`;

/** A message of the stream as `--json` prints it: the tunnel's is flat. */
export function changeLine(change: StreamChange): string {
  if (change.type !== 'tunnel.changed') return `${jsonText(change)}\n`;
  const { seq, tunnel } = change;
  return `${jsonText({ type: 'tunnel', seq, ...tunnel })}\n`;
}
