import type { BreakpointAnswer, DeliveryId, DeliverySelection, DeliveryStatus } from '@hooktap/protocol';
import { type ReactNode, useMemo } from 'react';
import { useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { deliveries } from '../messages/deliveries/en.ts';
import { parts } from '../messages/parts/en.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
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
  answer(id: DeliveryId, answer: BreakpointAnswer): Promise<ReactNode>;
  /** Asks first, naming how many. */
  all(verb: 'retry' | 'cancel', matching: Matching): Promise<void>;
}

function questionOf(verb: 'retry' | 'cancel', { status, total: count }: Matching, t: Translate): Question {
  const asked = deliveries.ask[verb === 'retry' && status === 'held' ? 'release' : verb];
  return { title: t(asked.title), text: t(asked.text, { count }), yes: t(asked.yes, { count }) };
}

const wordsOfAll = {
  retry: [deliveries.said.retryAll, deliveries.said.retryAllRefused],
  cancel: [deliveries.said.cancelAll, deliveries.said.cancelAllRefused],
} as const;

/** What a person does with deliveries. What comes of it is seen as the stream tells it. */
export function useDeliveryActions(): DeliveryActions {
  const t = useT();
  const hooktap = useHooktap();
  const announce = useAnnounce();
  const confirm = useConfirm();
  const { say } = useCommands();
  return useMemo(() => {
    const unreached = t(parts.noAnswerTryAgain);
    const attempt = async (work: Promise<unknown>, done: string): Promise<void> => {
      try {
        await work;
        announce(done);
      } catch (error) {
        say(problemWords(error, unreached));
      }
    };
    return {
      retry: (id) => void attempt(hooktap.retry(id), t(deliveries.said.retry)),
      cancel: (id) => void attempt(hooktap.cancel(id), t(deliveries.said.cancel)),
      release: (id) => void attempt(hooktap.releaseBreakpoint(id), t(deliveries.said.release)),
      async answer(id, answer) {
        try {
          await hooktap.answerBreakpoint(id, answer);
          announce(t(deliveries.said.answer));
          return null;
        } catch (error) {
          return problemWords(error, unreached);
        }
      },
      async all(verb, matching) {
        if (!(await confirm(questionOf(verb, matching, t)))) return;
        const { q, status } = matching;
        const selection: DeliverySelection = { q, ...(status !== null && { status }) };
        try {
          const result = await (verb === 'retry'
            ? hooktap.retryAll(selection)
            : hooktap.cancelAll(selection));
          const [plain, withRefused] = wordsOfAll[verb];
          const { length: count } = result.ids;
          const { length: refused } = result.refused;
          announce(refused === 0 ? t(plain, { count }) : t(withRefused, { count, refused }));
          const [first] = result.refused;
          if (first) say(t(deliveries.said.refused, { count: refused, first: first.message }));
        } catch (error) {
          say(problemWords(error, unreached));
        }
      },
    };
  }, [hooktap, announce, confirm, say, t]);
}
