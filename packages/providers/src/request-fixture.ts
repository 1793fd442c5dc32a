import { Buffer } from 'node:buffer';
import type { ProviderRequest, RequestHead } from '@hooktap/core';

/** A request for tests: POST to a public URL unless said. */
export function requestFixture(options: {
  body?: string | Buffer;
  headers?: readonly (readonly [string, string])[];
  url?: string;
  method?: string;
}): ProviderRequest {
  const url = options.url ?? 'https://abc.example/webhooks';
  const requestTarget = url.replace(/^https?:\/\/[^/?]*/, '') || '/';
  return {
    method: options.method ?? 'POST',
    url,
    requestTarget,
    path: requestTarget.split('?')[0] ?? '/',
    rawHeaders: options.headers ?? [],
    body: Buffer.from(options.body ?? ''),
  };
}

export const headOf = (request: ProviderRequest): RequestHead => ({
  method: request.method,
  requestTarget: request.requestTarget,
  path: request.path,
  rawHeaders: request.rawHeaders,
  beginning: request.body.subarray(0, 4096),
});
