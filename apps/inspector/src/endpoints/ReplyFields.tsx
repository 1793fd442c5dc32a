import { endpoints } from '../messages/endpoints/en.ts';
import { useT } from '../messages/use-t.ts';
import { type FieldsProps, FormChoice, FormField } from './FormField.tsx';

/** What the sender gets, and when a failed delivery is tried again. */
export function ReplyFields(fields: FieldsProps) {
  const t = useT();
  const { draft, onChange } = fields;
  const replies = {
    handler: t(endpoints.reply.handler),
    ack: t(endpoints.reply.ack),
    fixed: t(endpoints.form.fixed),
    sequence: t(endpoints.form.sequence),
  };
  const retries = {
    usual: t(endpoints.form.retryUsual),
    none: t(endpoints.form.retryNone),
    provider: t(endpoints.retry.provider),
    schedule: t(endpoints.form.retrySchedule),
    exponential: t(endpoints.form.retryExponential),
  };
  return (
    <>
      <FormChoice
        label={t(endpoints.form.sender)}
        value={draft.reply}
        choices={replies}
        onChange={(reply) => onChange({ reply })}
      />
      {draft.reply === 'fixed' && (
        <>
          <FormField {...fields} field="replyStatus" label={t(endpoints.form.status)} isShort />
          <FormField {...fields} field="replyBody" label={t(endpoints.form.body)} rows={2} />
          <FormField
            {...fields}
            field="replyDelay"
            label={t(endpoints.form.delay)}
            placeholder={t(endpoints.form.none)}
            isShort
          />
        </>
      )}
      {draft.reply === 'sequence' && (
        <FormField
          {...fields}
          field="sequence"
          label={t(endpoints.form.answers)}
          note={t(endpoints.form.answersNote)}
        />
      )}
      <FormChoice
        label={t(endpoints.form.retries)}
        value={draft.retry}
        choices={retries}
        onChange={(retry) => onChange({ retry })}
      />
      {draft.retry === 'schedule' && (
        <FormField {...fields} field="schedule" label={t(endpoints.form.waits)} />
      )}
      {draft.retry === 'exponential' && (
        <>
          <FormField {...fields} field="initial" label={t(endpoints.form.firstWait)} isShort />
          <FormField {...fields} field="attempts" label={t(endpoints.form.times)} isShort />
        </>
      )}
    </>
  );
}
