import type { EndpointVerb } from '@hooktap/client';
import type { Endpoint } from '@hooktap/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
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

const done: Readonly<Record<EndpointVerb, string>> = {
  pause: 'is paused',
  resume: 'delivers again',
  hold: 'holds while its handler is down',
  release: 'holds no more',
  breakpoint: 'waits for you at each event',
};

/** What a person does with endpoints. */
export function useEndpointActions(): EndpointActions {
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
        say(problemOf(error)?.detail ?? 'Hooktap did not answer. Try again.');
      }
    };
    return {
      show,
      change: (name, verb) =>
        void attempt(async () => {
          show(await hooktap.changeEndpoint(name, verb));
          announce(`Endpoint ${name} ${done[verb]}.`);
        }),
      remove: ({ name, queue }) =>
        void attempt(async () => {
          const open = queue.held + queue.waiting + queue.retrying;
          const text = `Events that were captured stay. ${open === 0 ? 'Nothing waits for it.' : `${open} that wait for it are cancelled.`}`;
          if (!(await confirm({ title: `Remove endpoint ${name}`, text, yes: 'Remove it' }))) return;
          await hooktap.removeEndpoint(name);
          announce(`Endpoint ${name} is removed.`);
          await queries.invalidateQueries({ queryKey: endpointsKey });
        }),
    };
  }, [hooktap, queries, announce, confirm, say]);
}
