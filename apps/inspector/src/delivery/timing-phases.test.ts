import { expect, it } from 'vitest';
import { handlerMs } from './handler-time.ts';
import { phaseSpans } from './timing-phases.ts';

it('the bar is as long as the number beside it says, whatever was waited before', () => {
  const timing = {
    queueMs: 600_000,
    connectMs: 0.7,
    sendMs: 0.3,
    waitMs: 70,
    receiveMs: 1.2,
    totalMs: 600_072.2,
  };
  const spans = phaseSpans(timing);
  expect(spans.map(({ phase }) => phase)).toEqual(['connect', 'send', 'wait', 'receive']);
  expect(spans[0]?.startMs).toBe(0);
  const { startMs = 0, ms = 0 } = spans.at(-1) ?? {};
  expect(startMs + ms).toBeCloseTo(handlerMs(timing));
});
