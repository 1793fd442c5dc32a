import { existsSync } from 'node:fs';
import { Registrations, systemClock } from '@hooktap/core';
import type {
  RegistrationChange,
  Registrations as RegistrationList,
  UnregisterRequest,
} from '@hooktap/protocol';
import { surroundings } from '../data-dir.ts';
import { Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { openStoreAside } from '../project-store.ts';
import { projectCatalog } from '../provider-catalog.ts';
import { runningInstance } from '../running-instance.ts';
import { loadRegistrar } from './load-registrar.ts';

/** What is registered, as commands use it. */
export interface RegistrationCommands {
  list(): Promise<RegistrationList>;
  unregister(request: UnregisterRequest): Promise<readonly RegistrationChange[]>;
}

/** Through the running instance, else from the store. */
export async function withRegistrations<T>(
  dataDir: string,
  output: Output,
  work: (commands: RegistrationCommands) => Promise<T>,
): Promise<T> {
  const running = await runningInstance(dataDir);
  if (running) {
    const { client } = running;
    return work({
      list: () => client.registrations(),
      unregister: async (request) => (await client.unregister(request)).items,
    });
  }
  if (!existsSync(dataDir)) throw new Failure(`Nothing is registered: ${dataDir} does not exist.`);
  const store = await openStoreAside(dataDir, output);
  try {
    const registrations = new Registrations({
      store,
      clock: systemClock,
      registrar: projectCatalog(surroundings()).then(loadRegistrar),
      notice: output.aside,
      publicOrigin: () => null,
      pathOf: () => '/',
    });
    return await work({
      list: () => registrations.list(),
      async unregister(request) {
        const outcome = await registrations.unregister(request);
        if (outcome.ok) return outcome.value;
        throw new Failure(outcome.error.message);
      },
    });
  } finally {
    await store.close();
  }
}
