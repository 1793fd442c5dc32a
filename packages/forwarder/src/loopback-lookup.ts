import dns from 'node:dns';
import type { LookupFunction } from 'node:net';

/** Both families: handlers listen on the one or the other, often without their owner knowing which. */
const loopback = [
  { address: '::1', family: 6 },
  { address: '127.0.0.1', family: 4 },
];

export const isLoopbackName = (hostname: string): boolean => /(^|\.)localhost\.?$/i.test(hostname);

/** Resolves `localhost` and the names below it by itself (RFC 6761 §6.3), the rest as the system does. */
export const lookupLoopbackFirst: LookupFunction = (hostname, options, callback) => {
  if (!isLoopbackName(hostname)) {
    dns.lookup(hostname, options, callback);
    return;
  }
  // Later, as every lookup: the caller is not ready for an answer within its call.
  process.nextTick(() => {
    if (options.all) callback(null, loopback);
    else callback(null, '127.0.0.1', 4);
  });
};

/** How every connection to a target is made. An attempt at a family is given up for the next after a second. */
export const connecting = {
  lookup: lookupLoopbackFirst,
  autoSelectFamily: true,
  autoSelectFamilyAttemptTimeout: 1_000,
} as const;
