import type { ProviderRequest } from '@hooktap/core';
import { headerValue } from '@hooktap/protocol';

/** The media type in lower case, without parameters; empty where none is given. */
export function mediaType(request: Pick<ProviderRequest, 'rawHeaders'>): string {
  const value = headerValue(request.rawHeaders, 'content-type') ?? '';
  return (value.split(';', 1)[0] ?? '').trim().toLowerCase();
}

export const isForm = (request: Pick<ProviderRequest, 'rawHeaders'>): boolean =>
  mediaType(request) === 'application/x-www-form-urlencoded';
