import type { Event } from '@hooktap/protocol';
import { FormChoice } from '../endpoints/FormField.tsx';
import { providerName } from '../format/provider-name.ts';
import { visibleLine } from '../format/visible-text.ts';
import '../endpoints/endpoint-form.css';
import type { Draft, Signing } from './edit-draft.ts';

const choices: Readonly<Record<Signing, string>> = {
  captured: 'As captured',
  anew: 'Signed anew',
  stale: 'Broken: signed too long ago',
  secret: 'Broken: signed with another secret',
  body: 'Broken: body changed after signing',
  missing: 'Broken: signature left out',
};

interface SigningFieldProps {
  readonly event: Event;
  readonly draft: Draft;
  readonly changes: readonly string[];
  readonly onChange: (change: Partial<Draft>) => void;
}

/** What happens if it goes out so; null where there is nothing to say. */
function noteOn({ signing }: Draft, changes: readonly string[], endpoint: string): string | null {
  if (signing === 'anew') return `With the secret of endpoint ${endpoint} and the time of now.`;
  if (signing !== 'captured') return 'A handler that checks signatures should refuse this.';
  if (changes.includes('body')) return 'The body is changed, so the captured signature no longer fits it.';
  return null;
}

/** Whether the copy keeps its signature, gets a fresh one or a bad one. */
export function SigningField({ event, draft, changes, onChange }: SigningFieldProps) {
  const note = noteOn(draft, changes, event.endpoint);
  return (
    <section className="editor-section" aria-label={`Signature of ${providerName(event.provider ?? '')}`}>
      <FormChoice
        label="Signature"
        value={draft.signing}
        choices={choices}
        onChange={(signing) => onChange({ signing })}
      />
      {note !== null && <p className="quiet">{visibleLine(note)}</p>}
    </section>
  );
}
