import { lazy, Suspense, useRef, useState } from 'react';
import { goTo, useAddress } from '../address/use-address.ts';
import { useKeys } from '../keys/use-keys.ts';
import { endpoints } from '../messages/endpoints/en.ts';
import { useT } from '../messages/use-t.ts';
import '../layout/panel.css';
import { Button } from '../parts/Button.tsx';
import { useCommands } from '../state/Commands.tsx';
import { EndpointSection } from './EndpointSection.tsx';
import './endpoints.css';
import { DialogComing } from '../parts/DialogComing.tsx';
import { endpointKeys } from './endpoint-keys.ts';
import { useEndpointActions } from './use-endpoint-actions.ts';
import { useEndpoints } from './use-endpoints.ts';

const EndpointForm = lazy(() => import('./EndpointForm.tsx'));

/** Which endpoint the form is open for: a new one, or one by its name. */
export type Editing = { readonly kind: 'new' } | { readonly kind: 'edit'; readonly name: string };

/** Every endpoint: where it leads, how it is set, what waits for it, and its switches. */
export default function EndpointsPanel() {
  const t = useT();
  const all = useEndpoints();
  const { open } = useAddress();
  const { canAct } = useCommands();
  const actions = useEndpointActions();
  const [editing, setEditing] = useState<Editing | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const chosen = all?.find(({ name }) => name === open) ?? all?.[0];
  const choose = (name: string, focus: boolean) => {
    goTo({ open: name }, 'replace');
    if (focus) list.current?.querySelector<HTMLElement>(`[data-endpoint="${name}"]`)?.focus();
  };
  useKeys(
    editing === null
      ? endpointKeys({ endpoints: all ?? [], chosen, actions, canAct, choose, edit: setEditing })
      : {},
  );
  const edited = editing?.kind === 'edit' ? all?.find(({ name }) => name === editing.name) : undefined;
  return (
    <main className="panel">
      <header className="panel-head">
        <h1>{t(endpoints.title)}</h1>
        <Button icon="plus" shortcut="N" disabled={!canAct} onClick={() => setEditing({ kind: 'new' })}>
          {t(endpoints.new)}
        </Button>
      </header>
      <ul className="endpoints" ref={list}>
        {all?.map((endpoint) => (
          <EndpointSection
            key={endpoint.name}
            endpoint={endpoint}
            isChosen={endpoint === chosen}
            actions={actions}
            canAct={canAct}
            onChoose={() => choose(endpoint.name, false)}
            onEdit={() => setEditing({ kind: 'edit', name: endpoint.name })}
          />
        ))}
      </ul>
      {editing && (
        <Suspense fallback={<DialogComing />}>
          <EndpointForm endpoint={edited} onClose={() => setEditing(null)} />
        </Suspense>
      )}
    </main>
  );
}
