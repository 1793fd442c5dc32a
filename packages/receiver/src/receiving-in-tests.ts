import { systemClock } from '@hooktap/core';
import type { RecordingIntake } from '@hooktap/testing';
import { openReceiver, type Receiver, type ReceiverOptions } from './open-receiver.ts';

/** A receiver on a free port, closed with the block that holds it. */
export async function receiving(
  intake: RecordingIntake,
  options: Partial<ReceiverOptions> = {},
): Promise<Receiver & AsyncDisposable> {
  const opened = await openReceiver({
    host: '127.0.0.1',
    port: 0,
    intake,
    maxBody: 10_000_000,
    via: 'direct',
    clock: systemClock,
    onMisuse: (error) => {
      throw error;
    },
    ...options,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  return { ...opened.receiver, [Symbol.asyncDispose]: () => opened.receiver.closeNow() };
}
