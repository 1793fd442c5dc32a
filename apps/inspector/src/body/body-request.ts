import type { BodyOptions } from '@hooktap/client';
import type { BodyRef } from '@hooktap/protocol';

export type BodyWay = 'raw' | 'decoded';

/** Where and how to ask for a body; its `href` is that of the bytes as sent. */
export function bodyRequest(
  body: BodyRef,
  way: BodyWay,
): { readonly href: string; readonly options: BodyOptions } {
  if (way === 'raw') return { href: body.href, options: {} };
  const [path = body.href] = body.href.split('?');
  return { href: path, options: { view: 'decoded' } };
}
