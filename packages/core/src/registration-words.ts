import type { RegistrationOutcome } from '@hooktap/protocol';

/** What became of one place, in one sentence for a person. */
export function outcomeWords(title: string, outcome: RegistrationOutcome): string {
  const what = `${title}, ${outcome.says}`;
  switch (outcome.kind) {
    case 'planned':
      return `${what}: ${outcome.now ?? 'nothing'} → ${outcome.will}`;
    case 'pointed':
      return `${what}: now at ${outcome.url}`;
    case 'restored':
      return outcome.url === null
        ? `${what}: switched off again, as there was none before`
        : `${what}: back at ${outcome.url}`;
    case 'as-before':
      return `${what}: is as it was before (${outcome.url ?? 'nothing'})`;
    case 'not-ours':
      return `${what}: somebody else changed it (${outcome.url ?? 'nothing is set'}), so it is left alone`;
    case 'left':
      return `${what}: still at ${outcome.url ?? 'nothing'}. ${outcome.reason}`;
    case 'forgotten':
      return `${what}: not changed, and forgotten here; before Hooktap it was at ${outcome.url ?? 'nothing'}`;
    case 'failed':
      return `${what}: ${outcome.message}`;
  }
}
