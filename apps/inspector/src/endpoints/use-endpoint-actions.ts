import type { EndpointVerb } from '@hooktap/client';
import type { Endpoint } from '@hooktap/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { endpoints } from '../messages/endpoints/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { useConfirm } from '../parts/Confirm.tsx';
import { useCommands } from '../state/Commands.tsx';
import { endpointsWithChange } from './endpoints-with-change.ts';
import { endpointsKey } from './use-endpoints.ts';

export interface EndpointActions {
  change(name: string, verb: EndpointVerb): void;
  /** Asks first: what waits for it is cancelled. */
  remove(endpoint: Endpoint): void;
  /** Shows an endpoint as the API answered it. */
  show(endpoint: Endpoint): void;
}

/** What a person does with endpoints. */
export function useEndpointActions(): EndpointActions {
  const t = useT();
  const hooktap = useHooktap();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const confirm = useConfirm();
  const { say } = useCommands();
  return useMemo(() => {
    const show = (endpoint: Endpoint) =>
      queries.setQueryData<readonly Endpoint[]>(endpointsKey, (all) =>
        all ? endpointsWithChange(all, { type: 'endpoint.changed', seq: 0, endpoint }) : all,
      );
    const attempt = async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        say(problemWords(error, t(parts.noAnswerTryAgain)));
      }
    };
    return {
      show,
      change: (name, verb) =>
        void attempt(async () => {
          show(await hooktap.changeEndpoint(name, verb));
          announce(t(endpoints.done[verb], { name }));
        }),
      remove: ({ name, queue }) =>
        void attempt(async () => {
          const open = queue.held + queue.waiting + queue.retrying;
          const text = open === 0 ? t(endpoints.remove.textNone) : t(endpoints.remove.text, { count: open });
          const title = t(endpoints.remove.title, { name });
          if (!(await confirm({ title, text, yes: t(endpoints.remove.yes) }))) return;
          await hooktap.removeEndpoint(name);
          announce(t(endpoints.done.removed, { name }));
          await queries.invalidateQueries({ queryKey: endpointsKey });
        }),
    };
  }, [hooktap, queries, announce, confirm, say, t]);
}
