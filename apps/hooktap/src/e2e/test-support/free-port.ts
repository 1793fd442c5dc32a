import { startRawHandler } from '@hooktap/testing';

/** A port on which nobody listens now. */
export async function freePort(): Promise<number> {
  await using held = await startRawHandler(() => {});
  return held.port;
}
