import type { Client } from '@hooktap/client';
import type { EventId, ReplayAccepted, ReplayRequest } from '@hooktap/protocol';
import { problemOf } from '../connection/hooktap.ts';
import { commands } from '../messages/commands/en.ts';
import type { Translate } from '../messages/translate.ts';
import type { Question } from '../parts/Confirm.tsx';

/** Sends a replay; asks first where the shield blocked the event. Null: the person would rather not. */
export async function sendReplay(
  hooktap: Pick<Client, 'replay'>,
  confirm: (question: Question) => Promise<boolean>,
  id: EventId,
  request: ReplayRequest,
  t: Translate,
): Promise<ReplayAccepted | null> {
  try {
    return await hooktap.replay(id, request);
  } catch (error) {
    const problem = problemOf(error);
    if (problem?.code !== 'blocked' || request.confirmBlocked) throw error;
    const question = {
      title: t(commands.blocked.title),
      text: t(commands.blocked.text),
      yes: t(commands.blocked.yes),
    };
    if (!(await confirm(question))) return null;
    return hooktap.replay(id, { ...request, confirmBlocked: true });
  }
}
