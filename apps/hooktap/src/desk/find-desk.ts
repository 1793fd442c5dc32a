import { existsSync } from 'node:fs';
import { Failure } from '../failure.ts';
import { openStore } from '../project-store.ts';
import { runningInstance } from '../running-instance.ts';
import type { EventDesk } from './event-desk.ts';

/** The running instance's events, else those of the store. */
export async function withDesk<T>(dataDir: string, work: (desk: EventDesk) => Promise<T>): Promise<T> {
  const desk = await openDesk(dataDir);
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

async function openDesk(dataDir: string): Promise<EventDesk> {
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
  return stoppedDesk(await openStore(dataDir), dataDir);
}
