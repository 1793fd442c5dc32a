import { expect, it } from 'vitest';
import { messageLifecycle } from './lifecycle.ts';

const lifecycle = (...statuses: string[]) =>
  messageLifecycle(statuses.map((status, index) => ({ id: `evt_${index}`, status, at: index })));

it('a message that went its way has nothing to point out', () => {
  expect(lifecycle('queued', 'sent', 'delivered', 'read')).toEqual({ reached: 'read', remarks: [] });
  expect(lifecycle('received', 'SENT', 'delivered')).toEqual({ reached: 'delivered', remarks: [] });
  expect(lifecycle()).toEqual({ reached: null, remarks: [] });
});

it('a step that was jumped over is a gap', () => {
  expect(lifecycle('sent', 'read')).toEqual({
    reached: 'read',
    remarks: [{ kind: 'gap', eventId: 'evt_1', missing: ['delivered'] }],
  });
});

it('a step that came late is out of order and no gap', () => {
  expect(lifecycle('sent', 'read', 'delivered')).toEqual({
    reached: 'read',
    remarks: [{ kind: 'out-of-order', eventId: 'evt_2', step: 'delivered', after: 'read' }],
  });
});

it('the same step twice is a duplicate', () => {
  expect(lifecycle('sent', 'sent').remarks).toEqual([{ kind: 'duplicate', eventId: 'evt_1', step: 'sent' }]);
});

it('what comes after a failure is pointed out, and it stays failed', () => {
  expect(lifecycle('sent', 'undelivered', 'delivered')).toEqual({
    reached: 'failed',
    remarks: [{ kind: 'after-failure', eventId: 'evt_2', step: 'delivered' }],
  });
});
