import { describe, expect, it } from 'vitest';
import { chaosFlag, rateFlag, seedFlag, speedFlag } from './replay-flags.ts';

describe('the flags of a batch', () => {
  it('are read', () => {
    expect([rateFlag('50/s'), rateFlag('0.5'), speedFlag('10x'), speedFlag('1'), seedFlag('0')]).toEqual([
      50, 0.5, 10, 1, 0,
    ]);
    expect(chaosFlag('duplicate=0.1,drop=0.05, reorder=5,delay=200ms,burst=10')).toEqual({
      duplicate: 0.1,
      drop: 0.05,
      reorder: 5,
      delay: '200ms',
      burst: 10,
    });
  });

  it.each([
    [rateFlag, '0/s'],
    [rateFlag, 'fast'],
    [rateFlag, '20000'],
    [speedFlag, '-1'],
    [seedFlag, '1.5'],
    [chaosFlag, 'duplicate=2'],
    [chaosFlag, 'duplicate'],
    [chaosFlag, 'duplicate='],
    [chaosFlag, 'delay=soon'],
    [chaosFlag, 'noise=1'],
    [chaosFlag, 'seed=1'],
    [chaosFlag, ''],
  ])('%o refuses %j', (read, text) => expect(() => read(text)).toThrow(/Give /));
});
