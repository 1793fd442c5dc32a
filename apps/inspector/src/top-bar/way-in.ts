import type { Status, TargetStatus, TunnelStatus } from '@hooktap/protocol';
import { hostOf, shortHost } from '../format/addresses.ts';
import type { IconName } from '../parts/Icon.tsx';

/** One segment of the strip in words and a shape. */
export interface Segment {
  readonly icon: IconName;
  readonly tone: 'ok' | 'warn' | 'bad' | 'quiet';
  readonly words: string;
}

const unknownSegment: Segment = { icon: 'pending', tone: 'quiet', words: 'unknown' };

export function tunnelSegment(tunnel: TunnelStatus, isLive: boolean): Segment {
  if (!isLive) return { ...unknownSegment, words: 'Tunnel unknown' };
  if (tunnel.kind === 'none') return { icon: 'off', tone: 'quiet', words: 'No tunnel' };
  switch (tunnel.state) {
    case 'open':
      return { icon: 'good', tone: 'ok', words: 'Tunnel open' };
    case 'connecting':
      return { icon: 'pending', tone: 'quiet', words: 'Tunnel connecting' };
    case 'degraded':
      return { icon: 'warning', tone: 'warn', words: 'Tunnel degraded' };
    case 'reconnecting':
      return { icon: 'turning', tone: 'warn', words: 'Tunnel reconnecting' };
    case 'closed':
      return { icon: 'off', tone: 'quiet', words: 'Tunnel closed' };
    case 'failed':
      return { icon: 'failed', tone: 'bad', words: 'Tunnel failed' };
  }
}

/** Follows the target's address, as in "localhost:3000 listening". */
export function targetSegment(target: TargetStatus, isLive: boolean): Segment {
  if (!isLive) return unknownSegment;
  switch (target.health) {
    case 'up':
      return { icon: 'good', tone: 'ok', words: 'listening' };
    case 'down':
      return { icon: 'failed', tone: 'bad', words: 'not listening' };
    case 'unknown':
      return { icon: 'pending', tone: 'quiet', words: 'not tried yet' };
  }
}

const worst = ['down', 'unknown', 'up'] as const;

/** One of each target that several endpoints share; in the worst state that any of them was found in. */
export function distinctTargets(targets: readonly TargetStatus[]): readonly TargetStatus[] {
  const byUrl = new Map<string, TargetStatus>();
  for (const target of targets) {
    const known = byUrl.get(target.url);
    if (!known || worst.indexOf(target.health) < worst.indexOf(known.health)) byUrl.set(target.url, target);
  }
  return [...byUrl.values()];
}

/** Of several targets together, as in "2 of 3 targets listening". */
export function targetsSegment(targets: readonly TargetStatus[], isLive: boolean): Segment {
  if (!isLive) return { ...unknownSegment, words: `${targets.length} targets unknown` };
  const up = targets.filter(({ health }) => health === 'up').length;
  const words = `${up} of ${targets.length} targets listening`;
  if (targets.some(({ health }) => health === 'down')) return { icon: 'failed', tone: 'bad', words };
  return up === targets.length
    ? { icon: 'good', tone: 'ok', words }
    : { icon: 'pending', tone: 'quiet', words };
}

/** Where a sender can reach this machine now: the public URL, or the receiver where no tunnel is open. */
export function wayIn({ tunnel, receiver }: Status): { readonly url: string; readonly isPublic: boolean } {
  const open = tunnel.url !== null && (tunnel.state === 'open' || tunnel.state === 'degraded');
  return open && tunnel.url !== null
    ? { url: tunnel.url, isPublic: true }
    : { url: receiver.url, isPublic: false };
}

export function targetName(target: TargetStatus): string {
  return hostOf(target.url);
}

/** `:3000` where the target is on this machine and there is little room. */
export function shortTargetName(target: TargetStatus): string {
  return shortHost(target.url);
}
