import type { Status, TargetStatus, TunnelStatus } from '@hooktap/protocol';
import { hostOf, shortHost } from '../format/addresses.ts';
import { layout } from '../messages/layout/en.ts';
import type { Translate } from '../messages/translate.ts';
import type { IconName } from '../parts/Icon.tsx';

/** One segment of the strip in words and a shape. */
export interface Segment {
  readonly icon: IconName;
  readonly tone: 'ok' | 'warn' | 'bad' | 'quiet';
  readonly words: string;
}

const unknownSegment = (words: string): Segment => ({ icon: 'pending', tone: 'quiet', words });

export function tunnelSegment(tunnel: TunnelStatus, isLive: boolean, t: Translate): Segment {
  if (!isLive) return unknownSegment(t(layout.tunnel.unknown));
  if (tunnel.kind === 'none') return { icon: 'off', tone: 'quiet', words: t(layout.tunnel.none) };
  const words = t(layout.tunnel[tunnel.state]);
  switch (tunnel.state) {
    case 'open':
      return { icon: 'good', tone: 'ok', words };
    case 'connecting':
      return { icon: 'pending', tone: 'quiet', words };
    case 'degraded':
      return { icon: 'warning', tone: 'warn', words };
    case 'reconnecting':
      return { icon: 'turning', tone: 'warn', words };
    case 'closed':
      return { icon: 'off', tone: 'quiet', words };
    case 'failed':
      return { icon: 'failed', tone: 'bad', words };
  }
}

/** Follows the target's address, as in "localhost:3000 listening". */
export function targetSegment(target: TargetStatus, isLive: boolean, t: Translate): Segment {
  if (!isLive) return unknownSegment(t(layout.wayIn.unknown));
  const words = t(layout.target[target.health]);
  switch (target.health) {
    case 'up':
      return { icon: 'good', tone: 'ok', words };
    case 'down':
      return { icon: 'failed', tone: 'bad', words };
    case 'unknown':
      return { icon: 'pending', tone: 'quiet', words };
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
export function targetsSegment(targets: readonly TargetStatus[], isLive: boolean, t: Translate): Segment {
  if (!isLive) return unknownSegment(t(layout.target.allUnknown, { count: targets.length }));
  const up = targets.filter(({ health }) => health === 'up').length;
  const words = t(layout.target.someUp, { up, count: targets.length });
  if (targets.some(({ health }) => health === 'down')) return { icon: 'failed', tone: 'bad', words };
  return up === targets.length
    ? { icon: 'good', tone: 'ok', words }
    : { icon: 'pending', tone: 'quiet', words };
}

/** The URL to copy: the public one, also while it is being opened anew; the receiver's where none is open or to come. */
export function shownUrl({ tunnel, receiver }: Status): { readonly url: string; readonly isPublic: boolean } {
  const isGone = tunnel.state === 'failed' || tunnel.state === 'closed';
  return tunnel.url === null || isGone
    ? { url: receiver.url, isPublic: false }
    : { url: tunnel.url, isPublic: true };
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
