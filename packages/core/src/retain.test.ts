import { expect, it, vi } from 'vitest';
import { systemClock } from './clock.ts';
import type { Publisher } from './publisher.ts';
import { keepRetaining } from './retain.ts';
import { type Store, StoreError } from './store-port.ts';

it('tries again where the store fails, which ends nothing', async () => {
  vi.useFakeTimers();
  try {
    const retain = vi.fn(() => Promise.reject(new StoreError('disk-full', 'full')));
    const { stop } = keepRetaining({
      store: { retain } as unknown as Store,
      publisher: {} as Publisher,
      clock: systemClock,
      limits: { keepEvents: 1, keepDays: 1, keepBytes: 1 },
    });
    await vi.advanceTimersByTimeAsync(25_000);
    stop();
    expect(retain).toHaveBeenCalledTimes(2);
  } finally {
    vi.useRealTimers();
  }
});
