import type { ProviderDesk } from '@hooktap/core';
import type { EventKind } from './event-kind.ts';
import { Shape } from './shape.ts';

export type SampleProviders = Pick<ProviderDesk, 'get' | 'sample'>;

const mostSamples = 20;

/** What the provider's samples of a type have; null where there are none. */
export async function sampleShape(
  providers: SampleProviders,
  { provider, eventType }: EventKind,
): Promise<Shape | null> {
  if (provider === null || eventType === null) return null;
  const detail = await providers.get(provider);
  const names = detail?.eventTypes.find(({ name }) => name === eventType)?.samples ?? [];
  const shape = new Shape();
  for (const [order, name] of names.slice(0, mostSamples).entries()) {
    const made = await providers.sample(provider, name, 1);
    if (made.ok) shape.see(made.value.body, { eventId: null, order });
  }
  return shape.bodies > 0 ? shape : null;
}
