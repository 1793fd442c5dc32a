import type { KnownNames } from '@hooktap/core';
import { otherHandshakeNames, providerNames } from '@hooktap/providers/names';
import type { LoadedConfig } from './read-config.ts';

/** The names that endpoints may write, known without loading the packs. */
export const knownNames = (config: LoadedConfig | null): KnownNames => ({
  providers: [...(config?.values.providers ?? []).map(({ name }) => name), ...providerNames],
  handshakes: otherHandshakeNames,
});
