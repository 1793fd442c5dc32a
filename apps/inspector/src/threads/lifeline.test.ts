import type { EventId, LifecycleTrouble } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { idOfKey, lifeline } from './lifeline.ts';

const at = '2026-11-21T14:32:00.000Z';
const step = (status: string) => ({ status, eventId: `evt_${status}` as EventId, receivedAt: at });
const looks = (statuses: readonly string[], troubles: readonly LifecycleTrouble[]) =>
  lifeline({ steps: statuses.map(step), troubles: [...troubles] }).map(
    ({ status, state }) => `${status} ${state}`,
  );

test('a message that went well has only stops that came', () => {
  expect(looks(['queued', 'sent', 'delivered'], [])).toEqual(['queued came', 'sent came', 'delivered came']);
});

test('a missing step stands where it belongs', () => {
  const missing = { kind: 'missing', status: 'sent', message: "'sent' did not come." } as const;
  expect(looks(['queued', 'delivered'], [missing])).toEqual([
    'queued came',
    'sent missing',
    'delivered came',
  ]);
  expect(looks(['queued', 'failed'], [missing])).toEqual(['queued came', 'sent missing', 'failed failed']);
});

test('what came twice or too late is told by its word', () => {
  const late = {
    kind: 'out-of-order',
    status: 'sent',
    eventId: 'evt_sent' as EventId,
    message: 'late',
  } as const;
  expect(looks(['delivered', 'sent'], [late])).toEqual(['delivered came', 'sent late']);
});

test('the id of a key is what follows its kind', () => {
  expect(idOfKey('zapi:message:3EB0:5C')).toBe('3EB0:5C');
});
