import { freshDataDir } from '../filled-data.ts';
import type { Finding } from '../finding.ts';
import { runHelper, startServer } from '../helpers.ts';
import { startHooktap } from '../hooktap.ts';
import type { ScreenOptions, ScreenResult } from '../programs/screen.ts';
import type { Setting } from '../setting.ts';
import { median } from '../statistics.ts';

/** From the sender's write to the event, parsed, in the hands of a client of the stream. */
export async function stream(setting: Setting): Promise<Finding[]> {
  const requests = setting.quick ? 50 : 200;
  const watched = async (receiverPort: number, stream: string, token: string): Promise<ScreenResult> => {
    const options: ScreenOptions = { receiverPort, stream, token, perSecond: 50, warmUp: 50, requests };
    const result = await runHelper<ScreenResult>(setting, 'screen', options);
    if (result.seen !== requests) throw new Error(`The stream showed ${result.seen} of ${requests} events.`);
    return result;
  };
  const bare: ScreenResult[] = [];
  const ours: ScreenResult[] = [];
  for (let number = 0; number < (setting.quick ? 1 : 3); number++) {
    const sink = await startServer(setting, 'stream-sink');
    bare.push(await watched(sink.port, `ws://127.0.0.1:${sink.port}/api/stream`, 'none'));
    await sink.child.stop();
    const hooktap = await startHooktap(setting, freshDataDir(setting));
    const address = `ws://${hooktap.inspector.host}/api/stream`;
    ours.push(await watched(hooktap.receiverPort, address, hooktap.token));
    await hooktap.child.stop();
  }
  return (['p50', 'p99'] as const).map((at) => {
    const rounds = ours.map((result) => result[at]);
    return {
      bench: 'stream',
      measure: `capture to screen ${at}, 50/s`,
      unit: 'ms',
      value: median(rounds),
      reference: { what: `bare ws ${at}`, value: median(bare.map((result) => result[at])), unit: 'ms' },
      ratio: median(ours.map((result, round) => result[at] / (bare[round]?.[at] ?? Number.NaN))),
      rounds,
      ...(at === 'p50' ? { goal: { atMost: 5 } } : {}),
    };
  });
}
