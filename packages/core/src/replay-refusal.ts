import type { Event, ReplayRequest } from '@hooktap/protocol';
import type { DataDirGuard } from './data-dir-guard.ts';
import type { ReplayRefusal } from './inspection-port.ts';
import { asksForSecrets } from './refusal.ts';
import { refusals } from './say.ts';

/** What cannot be replayed as it is, or must be asked for twice. */
export function replayRefusal(
  { body, reply, path }: Pick<Event, 'body' | 'reply' | 'path'>,
  { edit, confirmBlocked }: ReplayRequest,
  dataDir: DataDirGuard,
): ReplayRefusal | null {
  if (body.state !== 'complete' && edit?.body === undefined) {
    return {
      code: 'body-incomplete',
      ...refusals.sentence(body.state === 'aborted' ? 'body-aborted' : 'body-truncated'),
    };
  }
  // The reply alone does not tell: another reason came first, a kill took its record, or the event was imported.
  if ((reply?.source === 'blocked' || asksForSecrets(path, dataDir)) && !confirmBlocked) {
    return { code: 'blocked', ...refusals.sentence('blocked') };
  }
  return null;
}
