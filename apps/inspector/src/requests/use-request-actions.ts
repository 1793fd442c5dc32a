import type { SavedRequest } from '@hooktap/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { commands } from '../messages/commands/en.ts';
import { parts } from '../messages/parts/en.ts';
import { requests as words } from '../messages/requests/en.ts';
import { useT } from '../messages/use-t.ts';
import { useConfirm } from '../parts/Confirm.tsx';
import { savedRequestsKey } from './use-saved-requests.ts';

/** Sends a saved request and leads to the event under which it appears. */
export function useSendSaved(say: (problem: ReactNode) => void) {
  const t = useT();
  const hooktap = useHooktap();
  const confirm = useConfirm();
  return async ({ id }: SavedRequest): Promise<boolean> => {
    try {
      const { delivery } = await hooktap.sendSavedRequest(id).catch(async (error: unknown) => {
        const problem = problemOf(error);
        if (problem?.code !== 'blocked') throw error;
        const question = {
          title: t(words.blocked.title),
          text: t(commands.blocked.text),
          yes: t(words.blocked.yes),
        };
        if (!(await confirm(question))) throw new DOMException('', 'AbortError');
        return hooktap.sendSavedRequest(id, { confirmBlocked: true });
      });
      goTo({ eventId: delivery.eventId, editing: false, compare: null, tab: 'deliveries' });
      return true;
    } catch (error) {
      if (!(error instanceof DOMException)) say(problemWords(error, t(parts.noAnswerTryAgain)));
      return false;
    }
  };
}

/** Renaming, deleting and bringing back. */
export function useRequestChanges() {
  const t = useT();
  const hooktap = useHooktap();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ReactNode>(null);
  const [deleted, setDeleted] = useState<SavedRequest | null>(null);
  const change = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work;
      setProblem(null);
      await queries.invalidateQueries({ queryKey: savedRequestsKey });
      return true;
    } catch (error) {
      setProblem(problemWords(error, t(parts.noAnswerTryAgain)));
      return false;
    }
  };
  return {
    problem,
    setProblem,
    deleted,
    rename: (request: SavedRequest, name: string) => change(hooktap.renameSavedRequest(request.id, name)),
    async remove(request: SavedRequest) {
      if (await change(hooktap.deleteSavedRequests([request.id]))) setDeleted(request);
    },
    async undo() {
      if (deleted && (await change(hooktap.restoreSavedRequests([deleted.id])))) setDeleted(null);
    },
  };
}
