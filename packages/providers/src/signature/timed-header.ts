import { maxSignatures } from './hmac-scheme.ts';

/** A header of the form `t=1700000000,v1=ab…,v1=cd…` (Stripe, Zavu). Unknown parts are passed over. */
export interface TimedHeader {
  readonly timestamp: string | undefined;
  readonly signatures: (version: string) => readonly string[];
}

export function parseTimedHeader(value: string): TimedHeader {
  const parts = value
    .split(',', 64)
    .map((part) => part.trim())
    .flatMap((part): [string, string][] => {
      const equals = part.indexOf('=');
      return equals < 0 ? [] : [[part.slice(0, equals), part.slice(equals + 1)]];
    });
  return {
    timestamp: parts.find(([name]) => name === 't')?.[1],
    signatures: (version) =>
      parts
        .filter(([name]) => name === version)
        .slice(0, maxSignatures)
        .map(([, signature]) => signature),
  };
}
