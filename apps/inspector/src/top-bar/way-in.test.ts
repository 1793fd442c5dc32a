import type { Status, TunnelStatus } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import { distinctTargets, shownUrl, targetSegment, targetsSegment, tunnelSegment, wayIn } from './way-in.ts';

const tunnel: TunnelStatus = {
  kind: 'localtunnel',
  state: 'open',
  reason: 'Open.',
  since: '2026-11-21T14:00:00.000Z',
  url: 'https://quiet-otter-42.loca.lt',
};

test('without a connection nothing is claimed of the tunnel or the target', () => {
  expect(tunnelSegment(tunnel, false, english).words).toBe('Tunnel unknown');
  const target = {
    endpoint: 'default',
    url: 'http://localhost:3000',
    health: 'up' as const,
    since: '',
    reason: '',
  };
  expect(targetSegment(target, false, english).words).toBe('unknown');
  expect(targetSegment(target, true, english).words).toBe('listening');
});

test('the way in is the receiver while the tunnel is not open', () => {
  const receiver = { url: 'http://127.0.0.1:4401', port: 4401, addresses: [] };
  const status = (state: TunnelStatus['state']) =>
    ({ receiver, tunnel: { ...tunnel, state } }) as unknown as Status;
  expect(wayIn(status('open'))).toEqual({ url: tunnel.url, isPublic: true });
  expect(wayIn(status('reconnecting'))).toEqual({ url: receiver.url, isPublic: false });
});

test('the URL to copy stays the public one while it may come back, and is the receiver without one', () => {
  const receiver = { url: 'http://127.0.0.1:4401', port: 4401, addresses: [] };
  const shown = (change: Partial<TunnelStatus>) =>
    shownUrl({ receiver, tunnel: { ...tunnel, ...change } } as unknown as Status).url;
  expect(shown({})).toBe(tunnel.url);
  expect(shown({ state: 'reconnecting' })).toBe(tunnel.url);
  expect(shown({ state: 'connecting', url: null })).toBe(receiver.url);
  expect(shown({ state: 'failed' })).toBe(receiver.url);
  expect(shown({ state: 'closed', kind: 'none', url: null })).toBe(receiver.url);
});

test('several targets are told together, each once', () => {
  const target = (url: string, health: 'up' | 'down' | 'unknown') => ({
    endpoint: 'a',
    url,
    health,
    since: '',
    reason: '',
  });
  const targets = [target('a', 'up'), target('b', 'up'), target('a', 'down'), target('c', 'unknown')];
  const distinct = distinctTargets(targets);
  expect(distinct.map(({ url, health }) => `${url} ${health}`)).toEqual(['a down', 'b up', 'c unknown']);
  expect(targetsSegment(distinct, true, english)).toEqual({
    icon: 'failed',
    tone: 'bad',
    words: '1 of 3 targets listening',
  });
  expect(targetsSegment(distinct.slice(1, 2), true, english).tone).toBe('ok');
  expect(targetsSegment(distinct, false, english).words).toBe('3 targets unknown');
});
