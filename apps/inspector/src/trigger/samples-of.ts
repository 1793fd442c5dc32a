import type { ProviderDetail } from '@hooktap/protocol';
import type { Said } from '../messages/said.ts';
import type { PackSays } from './use-pack-words.ts';

/** One line of what a provider can be made to send. */
export interface SampleLine {
  readonly kind: 'sample' | 'scenario';
  readonly name: string;
  readonly says: Said;
}

/** Scenarios first, then every sample of every event type, beside those that hold what is typed. */
export function samplesOf(
  provider: ProviderDetail,
  typed: string,
  packSays: PackSays,
): readonly SampleLine[] {
  const lines: readonly SampleLine[] = [
    ...provider.scenarios.map(({ name, says }) => ({
      kind: 'scenario' as const,
      name,
      says: packSays(says),
    })),
    ...provider.eventTypes.flatMap(({ samples, says }) =>
      samples.map((name) => ({ kind: 'sample' as const, name, says: packSays(says) })),
    ),
  ];
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter(({ name, says }) => {
    const text = `${name} ${says.words}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The event type that a sample is of. */
export function eventTypeOf(
  provider: ProviderDetail,
  sample: string,
): ProviderDetail['eventTypes'][number] | undefined {
  return provider.eventTypes.find(({ samples }) => samples.includes(sample));
}
