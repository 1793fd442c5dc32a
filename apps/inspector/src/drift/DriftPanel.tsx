import type { DriftType } from '@hooktap/protocol';
import { useMemo } from 'react';
import { goTo, useAddress } from '../address/use-address.ts';
import { problemWords } from '../connection/problem-words.ts';
import { useKeys } from '../keys/use-keys.ts';
import '../layout/panel.css';
import { drift } from '../messages/drift/en.ts';
import { useT } from '../messages/use-t.ts';
import { DriftTypeList } from './DriftTypeList.tsx';
import { DriftTypeView } from './DriftTypeView.tsx';
import './drift.css';
import { isSameKind, kindOfAddress } from './kind-query.ts';
import { useDriftTypes, useFreshDrift } from './use-drift.ts';

/** By provider and name, those without either last: so that none moves when an event comes. */
function inOrder(types: readonly DriftType[]): DriftType[] {
  const name = ({ provider, eventType }: DriftType) => `${provider ?? '\uffff'} ${eventType ?? '\uffff'}`;
  return types.toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
}

/** What the bodies of each event type hold, and what is not as it used to be. */
export default function DriftPanel() {
  const t = useT();
  const { open, type } = useAddress();
  const { data, error } = useDriftTypes();
  useFreshDrift();
  useKeys({ Escape: () => goTo({ as: null }) });
  const types = useMemo(() => inOrder(data?.items ?? []), [data]);
  const asked = kindOfAddress({ open, type });
  const flagged = types.find(({ flags }) => flags.new + flags.missing + flags.retyped > 0);
  const kind = asked ?? flagged ?? types[0];
  return (
    <main className="drift">
      <header className="drift-head">
        <h1>{t(drift.title)}</h1>
      </header>
      {error && <p className="bad drift-none">{problemWords(error, t(drift.notAnswered))}</p>}
      {!data && !error && <p className="quiet drift-none drift-reading">{t(drift.reading)}</p>}
      {data && types.length === 0 && !asked && (
        <div className="panel-empty">
          <p className="strong">{t(drift.empty.title)}</p>
          <p className="second">{t(drift.empty.text)}</p>
        </div>
      )}
      {data && kind && (
        <div className="drift-panes">
          <nav className="drift-side" aria-label={t(drift.types)}>
            <DriftTypeList types={types} chosen={types.find((one) => isSameKind(one, kind))} />
            {data.cut && <p className="quiet drift-more">{t(drift.moreTypes)}</p>}
          </nav>
          <DriftTypeView key={JSON.stringify(kind)} kind={kind} />
        </div>
      )}
    </main>
  );
}
