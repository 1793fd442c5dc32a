import type { RegistrationOutcome } from '@hooktap/protocol';
import { shownUrl } from './registration-place.ts';
import type { PlaceRecord, RegistrationRecord } from './registration-record.ts';

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

/** What an earlier run left behind at one place. */
export function leftWords(title: string, { says, before, ours }: PlaceRecord): string {
  const then = before.url === null ? 'nothing' : shownUrl(before.url);
  return `${title}, ${says}: Hooktap set ${shownUrl(ours.at(-1) ?? '')} and could not put back ${then}.`;
}

export const notDoneWords = ({ title, provider }: RegistrationRecord): string =>
  `${title} still has to be put back: hooktap unregister ${provider}`;
