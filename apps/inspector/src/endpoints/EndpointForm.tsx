import type { Endpoint } from '@hooktap/protocol';
import { type ReactNode, useId, useState } from 'react';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { visibleText } from '../format/visible-text.ts';
import { endpoints } from '../messages/endpoints/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { DeliveryFields } from './DeliveryFields.tsx';
import './endpoint-form.css';
import { fieldsSaid } from '../connection/server-said.ts';
import {
  draftOfEndpoint,
  type EndpointDraft,
  type EndpointProblems,
  problemsAtFields,
  readEndpoint,
} from './endpoint-draft.ts';
import { ReplyFields } from './ReplyFields.tsx';
import { useEndpointActions } from './use-endpoint-actions.ts';
import { WhereFields } from './WhereFields.tsx';

interface EndpointFormProps {
  /** The one that is edited; a new one is made where there is none. */
  readonly endpoint: Endpoint | undefined;
  readonly onClose: () => void;
}

/** Makes an endpoint, or changes one that was made here. */
export default function EndpointForm({ endpoint: given, onClose }: EndpointFormProps) {
  const t = useT();
  const hooktap = useHooktap();
  const announce = useAnnounce();
  const { show } = useEndpointActions();
  const form = useId();
  // As it was when the form opened: the stream must not disturb what is being typed.
  const [endpoint] = useState(given);
  const [draft, setDraft] = useState(() => draftOfEndpoint(given));
  const [problems, setProblems] = useState<EndpointProblems>({});
  const [fault, setFault] = useState<{ words: ReactNode; others: readonly string[] } | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const put = (change: Partial<EndpointDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    const left = Object.entries(problems).filter(([field]) => !(field in change));
    setProblems(Object.fromEntries(left));
  };
  const showFirst = () =>
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('.endpoint-form [aria-invalid="true"]')?.focus(),
    );

  const save = async () => {
    const reading = readEndpoint(draft, endpoint, t);
    setFault(null);
    setProblems(reading.ok ? {} : reading.problems);
    if (!reading.ok) return void showFirst();
    setIsSaving(true);
    try {
      show(await hooktap.putEndpoint(reading.config));
      announce(t(endpoints.done.saved, { name: reading.config.name }));
      onClose();
    } catch (error) {
      const problem = problemOf(error);
      const found = problemsAtFields(fieldsSaid(problem, t), draft);
      setProblems(found.problems);
      setFault({ words: problemWords(error, t(parts.noAnswerTryAgain)), others: found.others });
      setIsSaving(false);
      showFirst();
    }
  };

  const fields = { draft, problems, onChange: put };
  return (
    <Dialog
      title={endpoint ? t(endpoints.form.edit, { name: endpoint.name }) : t(endpoints.form.new)}
      isOpen
      onClose={onClose}
      className="endpoint-form"
    >
      <form
        id={form}
        onSubmit={(submit) => {
          submit.preventDefault();
          void save();
        }}
      >
        {fault && (
          <p className="bad" role="alert">
            {fault.words} {visibleText(fault.others.join(' '))}
          </p>
        )}
        <WhereFields {...fields} keptSecrets={endpoint?.config.secrets ?? 0} isNew={!endpoint} />
        <ReplyFields {...fields} />
        <DeliveryFields {...fields} />
        <p className="quiet">{t(endpoints.form.untilStop)}</p>
      </form>
      <div className="dialog-actions">
        <Button onClick={onClose}>{t(parts.cancel)}</Button>
        <Button type="submit" form={form} look="primary" disabled={isSaving}>
          {t(endpoint ? endpoints.form.save : endpoints.form.make)}
        </Button>
      </div>
    </Dialog>
  );
}
