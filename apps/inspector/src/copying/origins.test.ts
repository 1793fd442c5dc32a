import type { TargetStatus } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { handlerOrigins } from './origins.ts';

const target = (endpoint: string, url: string): TargetStatus => ({
  endpoint,
  url,
  health: 'unknown',
  since: '2026-01-01T00:00:00.000Z',
  reason: '',
});

it('offers the handlers of the event’s endpoint, each once, and not what was called', () => {
  const event = { endpoint: 'zavu', url: 'https://quiet-river.example/hook' };
  const targets = [
    target('zavu', 'http://localhost:3000/a'),
    target('zavu', 'http://localhost:3000/b'),
    target('zavu', 'https://quiet-river.example/x'),
    target('stripe', 'http://localhost:4000'),
  ];
  expect(handlerOrigins(event, targets)).toEqual(['http://localhost:3000']);
  expect(handlerOrigins({ ...event, url: 'no url' }, [target('zavu', 'nor this')])).toEqual([]);
});
