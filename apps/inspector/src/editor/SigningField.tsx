import type { Event } from '@hooktap/protocol';
import { FormChoice } from '../endpoints/FormField.tsx';
import { providerName } from '../format/provider-name.ts';
import { visibleLine } from '../format/visible-text.ts';
import { editor } from '../messages/editor/en.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
import '../endpoints/endpoint-form.css';
import type { Draft, Signing } from './edit-draft.ts';

const choicesOf = (t: Translate): Readonly<Record<Signing, string>> => ({
  captured: t(editor.signing.choice.captured),
  anew: t(editor.signing.choice.anew),
  stale: t(editor.signing.choice.stale),
  secret: t(editor.signing.choice.secret),
  body: t(editor.signing.choice.body),
  missing: t(editor.signing.choice.missing),
});

interface SigningFieldProps {
  readonly event: Event;
  readonly draft: Draft;
  readonly changes: readonly string[];
  readonly onChange: (change: Partial<Draft>) => void;
}

/** What happens if it goes out so; null where there is nothing to say. */
function noteOn(
  { signing }: Draft,
  changes: readonly string[],
  endpoint: string,
  t: Translate,
): string | null {
  if (signing === 'anew') return t(editor.signing.anew, { endpoint });
  if (signing !== 'captured') return t(editor.signing.broken);
  if (changes.includes('body')) return t(editor.signing.noFit);
  return null;
}

/** Whether the copy keeps its signature, gets a fresh one or a bad one. */
export function SigningField({ event, draft, changes, onChange }: SigningFieldProps) {
  const t = useT();
  const note = noteOn(draft, changes, event.endpoint, t);
  return (
    <section
      className="editor-section"
      aria-label={t(editor.signing.of, { provider: providerName(event.provider ?? '') })}
    >
      <FormChoice
        label={t(editor.signing.label)}
        value={draft.signing}
        choices={choicesOf(t)}
        onChange={(signing) => onChange({ signing })}
      />
      {note !== null && <p className="quiet">{visibleLine(note)}</p>}
    </section>
  );
}
