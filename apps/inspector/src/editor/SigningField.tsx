import type { Event, ProviderDetail, SignatureBreak } from '@hooktap/protocol';
import { providerName } from '../format/provider-name.ts';
import { visibleLine } from '../format/visible-text.ts';
import { editor as words } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import { Segments } from '../parts/Segments.tsx';
import { useProvider } from '../trigger/use-providers.ts';
import type { Change, Draft } from './edit-draft.ts';

const ways = ['captured', 'anew', 'break'] as const;
const breaks = ['stale', 'secret', 'body', 'missing'] as const satisfies readonly SignatureBreak[];

interface SigningFieldProps {
  readonly event: Event;
  readonly draft: Draft;
  readonly changes: readonly Change[];
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Whether the event bears a signature of its provider; by what the provider's signatures are carried in. */
function bearsSignature({ rawHeaders }: Event, { schemes }: ProviderDetail): boolean {
  const carriers = new Set(schemes.flatMap(({ headers }) => headers.map((name) => name.toLowerCase())));
  return rawHeaders.some(([name]) => carriers.has(name.toLowerCase()));
}

/** Whether the copy keeps its signature, gets a fresh one or a bad one. */
export function SigningField({ event, draft: { signing }, changes, onChange }: SigningFieldProps) {
  const t = useT();
  const { data: provider } = useProvider(event.provider);
  const way = signing === 'captured' || signing === 'anew' ? signing : 'break';
  const broken = breaks.find((one) => one === signing);
  const labels = {
    captured: t(words.signature.ways.captured),
    anew: t(words.signature.ways.anew),
    break: t(words.signature.ways.break),
  };
  const note =
    way === 'anew'
      ? t(words.signature.anew, { endpoint: visibleLine(event.endpoint) })
      : way === 'break'
        ? t(words.signature.refuses)
        : provider && !bearsSignature(event, provider)
          ? t(words.signature.bare)
          : provider && changes.includes('body')
            ? t(words.signature.unfit)
            : null;
  // Where a provider signs nothing, there is nothing to choose.
  if (provider?.schemes.length === 0 && signing === 'captured') return null;
  return (
    <section
      className="editor-section signing-field"
      aria-label={t(words.signature.section, { provider: providerName(event.provider ?? '') })}
    >
      <span className="quiet">{t(words.signature.label)}</span>
      <Segments
        label={t(words.signature.label)}
        value={way}
        options={ways}
        labels={labels}
        onChange={(next) => onChange({ signing: next === 'break' ? 'stale' : next })}
      />
      {broken && (
        <select
          className="field"
          aria-label={t(words.signature.how)}
          value={broken}
          onChange={({ target }) => {
            const chosen = breaks.find((one) => one === target.value);
            if (chosen) onChange({ signing: chosen });
          }}
        >
          {breaks.map((one) => (
            <option key={one} value={one}>
              {t(words.signature.breaks[one])}
            </option>
          ))}
        </select>
      )}
      {note !== null && <p className="quiet">{note}</p>}
    </section>
  );
}
