import type { DeliverySummary } from '@hooktap/protocol';
import { type ReactNode, useId, useState } from 'react';
import { deliveries } from '../messages/deliveries/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { type AnswerDraft, readAnswer, usualAnswer } from './answer-draft.ts';
import './answer-dialog.css';
import { useDeliveryActions } from './use-delivery-actions.ts';

interface AnswerDialogProps {
  readonly delivery: DeliverySummary;
  readonly onClose: () => void;
}

/** What the waiting sender gets in place of the handler's answer. */
export default function AnswerDialog({ delivery, onClose }: AnswerDialogProps) {
  const t = useT();
  const { answer } = useDeliveryActions();
  const form = useId();
  const [draft, setDraft] = useState(usualAnswer);
  const [fault, setFault] = useState<{ field: string; problem: ReactNode } | null>(null);
  const [isSending, setIsSending] = useState(false);
  const put = (change: Partial<AnswerDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setFault(null);
  };
  const send = async () => {
    const reading = readAnswer(draft, t);
    if (!reading.ok) return setFault(reading);
    setIsSending(true);
    const problem = await answer(delivery.id, reading.answer);
    setIsSending(false);
    if (problem === null) onClose();
    else setFault({ field: 'all', problem });
  };
  const wrong = (field: keyof AnswerDraft) =>
    fault?.field === field
      ? ({ 'aria-invalid': true, 'aria-describedby': `${form}-fault` } as const)
      : { 'aria-invalid': false };
  return (
    <Dialog title={t(deliveries.answer.title)} isOpen onClose={onClose} className="answer-dialog">
      <form
        id={form}
        onSubmit={(submit) => {
          submit.preventDefault();
          void send();
        }}
      >
        <p className="second">{t(deliveries.answer.what)}</p>
        <label>
          <span>{t(deliveries.answer.status)}</span>
          <input
            className="field figures"
            inputMode="numeric"
            maxLength={3}
            data-focus-first
            value={draft.status}
            {...wrong('status')}
            onChange={(change) => put({ status: change.target.value })}
          />
        </label>
        <label>
          <span>{t(deliveries.answer.headers)}</span>
          <textarea
            className="field mono"
            rows={2}
            spellCheck={false}
            placeholder="Content-Type: application/json"
            value={draft.headers}
            {...wrong('headers')}
            onChange={(change) => put({ headers: change.target.value })}
          />
        </label>
        <label>
          <span>{t(deliveries.answer.body)}</span>
          <textarea
            className="field mono"
            rows={5}
            spellCheck={false}
            value={draft.body}
            onChange={(change) => put({ body: change.target.value })}
          />
        </label>
        {fault && (
          <p id={`${form}-fault`} className="bad" role="alert">
            {fault.problem}
          </p>
        )}
      </form>
      <div className="dialog-actions">
        <Button onClick={onClose}>{t(parts.cancel)}</Button>
        <Button type="submit" form={form} look="primary" icon="reply" disabled={isSending}>
          {t(deliveries.answer.button)}
        </Button>
      </div>
    </Dialog>
  );
}
