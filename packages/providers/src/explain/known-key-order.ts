import type { ProviderRequest } from '@hooktap/core';
import { readable } from '../describe-request.ts';
import type { ProviderPack } from '../pack.ts';
import { createFresh } from '../samples/fresh.ts';

/** The keys of an object in the order in which the provider's samples write them, by the object's path. */
export function keyOrderOf(
  pack: ProviderPack,
  request: ProviderRequest,
): (path: string) => readonly string[] | undefined {
  const { eventType } = pack.read(readable(request));
  const sample = pack.samples.find((one) => one.eventType === eventType) ?? pack.samples[0];
  const body = sample?.build(createFresh({ now: 0, seed: 1 })).body;
  const orders = new Map<string, readonly string[]>();
  if (body?.kind === 'json') collect(body.value, '', orders);
  return (path) => orders.get(path);
}

function collect(value: unknown, path: string, orders: Map<string, readonly string[]>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, path, orders);
  else if (typeof value === 'object' && value !== null) {
    orders.set(path, Object.keys(value));
    for (const [name, child] of Object.entries(value)) collect(child, `${path}.${name}`, orders);
  }
}
