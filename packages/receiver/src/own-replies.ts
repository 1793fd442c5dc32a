import type { PlainReply } from '@hooktap/core';
import type { Problem } from '@hooktap/protocol';

function problemReply(problem: Omit<Problem, 'type'>, headers: PlainReply['headers']): PlainReply {
  return {
    statusCode: problem.status,
    headers: [['Content-Type', 'application/problem+json'], ...headers],
    body: JSON.stringify({ type: 'about:blank', ...problem }),
  };
}

/** To a sender in the internet: why and where the disk failed is not its business. */
export const storeUnavailableReply: PlainReply = problemReply(
  {
    title: 'Not stored',
    status: 503,
    detail: 'Hooktap could not store this request and did not deliver it. Send it again later.',
    code: 'store-unavailable',
  },
  [['Retry-After', '5']],
);

/** What happened is for the person at this machine, not for a sender in the internet. */
export const failedReply: PlainReply = problemReply(
  {
    title: 'Internal error',
    status: 500,
    detail: 'Hooktap failed at this request. Send it again later.',
    code: 'internal',
  },
  [],
);

export const noUpgradeReply: PlainReply = problemReply(
  {
    title: 'No upgrade',
    status: 501,
    detail: 'Hooktap does not carry WebSockets or other upgraded connections.',
    code: 'upgrade-not-supported',
  },
  [['Connection', 'close']],
);

export const expectationReply: PlainReply = problemReply(
  {
    title: 'Expectation failed',
    status: 417,
    detail: 'The only expectation that Hooktap meets is 100-continue.',
    code: 'expectation-failed',
  },
  [['Connection', 'close']],
);

export const probeReply = (answer: string): PlainReply => ({
  statusCode: 200,
  headers: [
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Cache-Control', 'no-store'],
  ],
  body: answer,
});
