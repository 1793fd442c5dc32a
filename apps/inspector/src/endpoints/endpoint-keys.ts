import type { Endpoint } from '@hooktap/protocol';
import type { KeyActions } from '../keys/use-keys.ts';
import type { Editing } from './EndpointsPanel.tsx';
import type { EndpointActions } from './use-endpoint-actions.ts';

interface Bindings {
  readonly endpoints: readonly Endpoint[];
  readonly chosen: Endpoint | undefined;
  readonly actions: EndpointActions;
  readonly canAct: boolean;
  readonly choose: (name: string, focus: boolean) => void;
  readonly edit: (editing: Editing) => void;
}

/** What each key does with the endpoint that is chosen. */
export function endpointKeys({ endpoints, chosen, actions, canAct, choose, edit }: Bindings): KeyActions {
  const move = (by: number) => {
    const at = endpoints.findIndex(({ name }) => name === chosen?.name);
    const next = endpoints[Math.min(Math.max(at + by, 0), endpoints.length - 1)];
    if (next) choose(next.name, true);
  };
  const walking: KeyActions = { j: () => move(1), k: () => move(-1) };
  if (!canAct) return walking;
  const makes: KeyActions = { ...walking, n: () => edit({ kind: 'new' }) };
  if (!chosen) return makes;
  const { name, mode, hold, source } = chosen;
  return {
    ...makes,
    p: () => actions.change(name, mode === 'deliver' ? 'pause' : 'resume'),
    h: () => actions.change(name, hold ? 'release' : 'hold'),
    b: () => actions.change(name, mode === 'breakpoint' ? 'resume' : 'breakpoint'),
    e: () => source.kind === 'api' && edit({ kind: 'edit', name }),
  };
}
