import type { Event, ReplayRequest } from '@hooktap/protocol';
import type { ReplayRefusal } from './inspection-port.ts';
import { refusals } from './say.ts';

/** What cannot be replayed as it is, or must be asked for twice. */
export function replayRefusal(
  { body, reply }: Pick<Event, 'body' | 'reply'>,
  { edit, confirmBlocked }: ReplayRequest,
): ReplayRefusal | null {
  if (body.state !== 'complete' && edit?.body === undefined) {
    return {
      code: 'body-incomplete',
      ...refusals.sentence(body.state === 'aborted' ? 'body-aborted' : 'body-truncated'),
    };
  }
  if (reply?.source === 'blocked' && !confirmBlocked) {
    return { code: 'blocked', ...refusals.sentence('blocked') };
  }
  return null;
}
