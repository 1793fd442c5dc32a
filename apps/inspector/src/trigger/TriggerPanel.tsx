import { useMemo, useState } from 'react';
import { goTo, useAddress } from '../address/use-address.ts';
import { problemWords } from '../connection/problem-words.ts';
import { visibleLine } from '../format/visible-text.ts';
import { useKeys } from '../keys/use-keys.ts';
import { trigger } from '../messages/trigger/en.ts';
import { useT } from '../messages/use-t.ts';
import '../layout/panel.css';
import { SampleList } from './SampleList.tsx';
import { type SampleLine, samplesOf } from './samples-of.ts';
import './trigger.css';
import { TriggerForm } from './TriggerForm.tsx';
import { usePackWords } from './use-pack-words.ts';
import { useProvider, useProviders } from './use-providers.ts';

const choose = ({ kind, name }: SampleLine, how: 'push' | 'replace' = 'replace') =>
  goTo(kind === 'sample' ? { sample: name, scenario: null } : { sample: null, scenario: name }, how);

/** Plays a provider: choose what it sends, change it, send it to the receiver. */
export default function TriggerPanel() {
  const t = useT();
  const { open, sample, scenario } = useAddress();
  const { data: providers, error } = useProviders();
  // The one whose webhooks come here, if there is one.
  const usual = providers?.find(({ endpoints }) => endpoints.length > 0) ?? providers?.[0];
  const name = providers?.find((one) => one.name === open)?.name ?? usual?.name ?? null;
  const { data: provider } = useProvider(name);
  const [typed, setTyped] = useState('');
  const packSays = usePackWords();
  const all = useMemo(() => (provider ? samplesOf(provider, '', packSays) : []), [provider, packSays]);
  const lines = useMemo(
    () => (provider ? samplesOf(provider, typed, packSays) : []),
    [provider, typed, packSays],
  );
  const wanted = ({ kind, name: of }: SampleLine) => of === (kind === 'sample' ? sample : scenario);
  const chosen = all.find(wanted) ?? all.find(({ kind }) => kind === 'sample');
  useKeys({ '/': () => document.getElementById('sample-filter')?.focus() });
  return (
    <main className="trigger">
      <header className="trigger-head">
        <h1>{t(trigger.title)}</h1>
        <label>
          <span className="unseen">{t(trigger.provider)}</span>
          <select
            className="field"
            value={name ?? ''}
            onChange={(change) =>
              goTo({ open: change.target.value, sample: null, scenario: null }, 'replace')
            }
          >
            {providers?.map((one) => (
              <option key={one.name} value={one.name}>
                {visibleLine(one.title)}
              </option>
            ))}
          </select>
        </label>
      </header>
      {error && <p className="bad">{problemWords(error, t(trigger.openAgain))}</p>}
      {providers?.length === 0 && <p className="second">{t(trigger.noPacks)}</p>}
      {provider && (
        <div className="trigger-panes">
          <nav className="trigger-samples" aria-label={t(trigger.types)}>
            <input
              id="sample-filter"
              className="field"
              value={typed}
              placeholder={t(trigger.filter)}
              aria-label={t(trigger.filter)}
              spellCheck={false}
              onChange={(change) => setTyped(change.target.value)}
              onKeyDown={(key) => {
                const [first] = lines;
                if (key.key === 'Enter' && first) choose(first);
                if (key.key === 'Escape') key.currentTarget.blur();
              }}
            />
            <SampleList
              provider={provider}
              lines={lines}
              chosen={lines.find((line) => line.name === chosen?.name && line.kind === chosen.kind)}
              onChoose={(line) => choose(line)}
            />
          </nav>
          {chosen && (
            <TriggerForm
              key={`${provider.name} ${chosen.kind} ${chosen.name}`}
              provider={provider}
              line={chosen}
            />
          )}
        </div>
      )}
    </main>
  );
}
