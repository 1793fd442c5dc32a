import { startRawHandler } from './disposable-handler.ts';

/** Below what systems give out by themselves: Linux begins at 32768, macOS and Windows at 49152. */
const [lowest, highest] = [20_000, 32_000];

/** A port on which nobody listens now, and which nobody gets who asks for any: it stays free until it is named. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    const held = await startRawHandler(() => {}, { port }).catch(() => null);
    if (held === null) continue;
    await held.close();
    return port;
  }
}
