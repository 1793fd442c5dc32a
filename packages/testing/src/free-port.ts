import { startRawHandler } from './disposable-handler.ts';

/** Below what systems give out by themselves: Linux begins at 32768, macOS and Windows at 49152. */
const [lowest, highest] = [20_000, 32_000];

/** Side by side there are so many test processes at most; each has ports of its own. */
const processes = 16;
const share = Math.floor((highest - lowest) / processes);

/** A port on which nobody listens now, and which nobody gets who asks for any: it stays free until it is named. */
export async function freePort(): Promise<number> {
  const begin = lowest + (Number(process.env['VITEST_POOL_ID'] ?? process.pid) % processes) * share;
  for (;;) {
    const port = begin + Math.floor(Math.random() * share);
    try {
      await (await startRawHandler(() => {}, { port })).close();
      return port;
    } catch (error) {
      if (!['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}
