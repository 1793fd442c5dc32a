import { type ExitCode, exitCode } from '../failure.ts';
import type { Output } from '../output.ts';
import { knownProvider, knownProviders } from './providers.ts';

/** Every name that `trigger` takes, of one provider or of all. */
export async function listSamples(
  provider: string | undefined,
  json: boolean,
  output: Output,
): Promise<ExitCode> {
  const names = provider === undefined ? (await knownProviders()).map(({ name }) => name) : [provider];
  for (const name of names) {
    const { eventTypes, scenarios } = await knownProvider(name);
    const entries = [
      ...eventTypes.flatMap(({ samples, says }) =>
        // The others are variants of the first, and their names say what differs.
        samples.map((sample, index) => ({ name: sample, says: index === 0 || json ? says : '' })),
      ),
      ...scenarios.map((play) => ({ name: play.name, says: `scenario: ${play.says}` })),
    ];
    if (json) for (const entry of entries) output.json({ provider: name, ...entry });
    else
      for (const entry of entries)
        output.result(`${name.padEnd(18)} ${entry.name.padEnd(36)} ${entry.says}`.trimEnd());
  }
  return exitCode.done;
}
