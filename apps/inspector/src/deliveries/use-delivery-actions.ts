import type { BreakpointAnswer, DeliveryId, DeliverySelection, DeliveryStatus } from '@hooktap/protocol';
import { useMemo } from 'react';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { counted } from '../format/measures.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { type Question, useConfirm } from '../parts/Confirm.tsx';
import { useCommands } from '../state/Commands.tsx';

/** Which deliveries, and how many they are by the totals on the screen. */
export interface Matching {
  readonly q: string;
  readonly status: DeliveryStatus | null;
  readonly total: number;
}

export interface DeliveryActions {
  retry(id: DeliveryId): void;
  cancel(id: DeliveryId): void;
  /** Lets a held delivery go as it was. */
  release(id: DeliveryId): void;
  /** Answers the waiting sender; null where it worked, else what is wrong. */
  answer(id: DeliveryId, answer: BreakpointAnswer): Promise<string | null>;
  /** Asks first, naming how many. */
  all(verb: 'retry' | 'cancel', matching: Matching): Promise<void>;
}

function questionOf(verb: 'retry' | 'cancel', { status, total }: Matching): Question {
  const many = counted(total, 'delivery').replace(/deliverys$/, 'deliveries');
  if (verb === 'cancel') {
    return { title: 'Cancel what was found', text: `What is open of ${many} ends.`, yes: `Cancel ${many}` };
  }
  if (status === 'held') {
    return { title: 'Let go what is held', text: `${many}: each is sent now.`, yes: `Let go ${many}` };
  }
  const text = `${many}: each gets one more attempt, now.`;
  return { title: 'Retry what was found', text, yes: `Retry ${many}` };
}

const UNREACHED = 'Hooktap did not answer. Try again.';

/** What a person does with deliveries. What comes of it is seen as the stream tells it. */
export function useDeliveryActions(): DeliveryActions {
  const hooktap = useHooktap();
  const announce = useAnnounce();
  const confirm = useConfirm();
  const { say } = useCommands();
  return useMemo(() => {
    const attempt = async (work: Promise<unknown>, done: string): Promise<void> => {
      try {
        await work;
        announce(done);
      } catch (error) {
        say(problemOf(error)?.detail ?? UNREACHED);
      }
    };
    return {
      retry: (id) => void attempt(hooktap.retry(id), 'Trying again.'),
      cancel: (id) => void attempt(hooktap.cancel(id), 'Cancelled.'),
      release: (id) => void attempt(hooktap.releaseBreakpoint(id), 'Let go.'),
      async answer(id, answer) {
        try {
          await hooktap.answerBreakpoint(id, answer);
          announce('Answered.');
          return null;
        } catch (error) {
          return problemOf(error)?.detail ?? UNREACHED;
        }
      },
      async all(verb, matching) {
        if (!(await confirm(questionOf(verb, matching)))) return;
        const { q, status } = matching;
        const selection: DeliverySelection = { q, ...(status !== null && { status }) };
        try {
          const result = await (verb === 'retry'
            ? hooktap.retryAll(selection)
            : hooktap.cancelAll(selection));
          const refused = result.refused.length === 0 ? '' : `, ${result.refused.length} refused`;
          announce(`${verb === 'retry' ? 'Trying again' : 'Cancelled'}: ${result.ids.length}${refused}.`);
          const [first] = result.refused;
          if (first) say(`${result.refused.length} refused. The first: ${first.message}`);
        } catch (error) {
          say(problemOf(error)?.detail ?? UNREACHED);
        }
      },
    };
  }, [hooktap, announce, confirm, say]);
}
