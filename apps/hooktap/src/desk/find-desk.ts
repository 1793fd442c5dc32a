import { existsSync } from 'node:fs';
import { Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { openStoreAside } from '../project-store.ts';
import { runningInstance } from '../running-instance.ts';
import type { EventDesk } from './event-desk.ts';

/** The running instance's events, else those of the store. */
export async function withDesk<T>(
  dataDir: string,
  output: Output,
  work: (desk: EventDesk) => Promise<T>,
): Promise<T> {
  const desk = await openDesk(dataDir, output);
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

async function openDesk(dataDir: string, output: Output): Promise<EventDesk> {
  const running = await runningInstance(dataDir);
  if (running) {
    const { runningDesk } = await import('./running-desk.ts');
    return runningDesk(running.client);
  }
  if (!existsSync(dataDir)) {
    throw new Failure(
      `There are no events yet: ${dataDir} does not exist. Start with 'hooktap <port of your handler>', ` +
        'or name another folder with --data-dir.',
    );
  }
  const { stoppedDesk } = await import('./stopped-desk.ts');
  return stoppedDesk(await openStoreAside(dataDir, output), dataDir);
}
