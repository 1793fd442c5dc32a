import { type FieldsProps, FormChoice, FormField } from './FormField.tsx';

const replies = {
  handler: "The handler's own answer",
  ack: '200 at once, delivered afterwards',
  fixed: 'An answer of ours',
  sequence: 'One answer after the other',
} as const;

const retries = {
  usual: 'As the reply asks',
  none: 'Never',
  provider: 'As its provider retries',
  schedule: 'After given waits',
  exponential: 'Ever more slowly',
} as const;

/** What the sender gets, and when a failed delivery is tried again. */
export function ReplyFields(fields: FieldsProps) {
  const { draft, onChange } = fields;
  return (
    <>
      <FormChoice
        label="Sender gets"
        value={draft.reply}
        choices={replies}
        onChange={(reply) => onChange({ reply })}
      />
      {draft.reply === 'fixed' && (
        <>
          <FormField {...fields} field="replyStatus" label="Status" isShort />
          <FormField {...fields} field="replyBody" label="Body" rows={2} />
          <FormField {...fields} field="replyDelay" label="Delay" placeholder="none" isShort />
        </>
      )}
      {draft.reply === 'sequence' && (
        <FormField
          {...fields}
          field="sequence"
          label="Answers"
          note="One for each request, the last for all that follow."
        />
      )}
      <FormChoice
        label="Retries"
        value={draft.retry}
        choices={retries}
        onChange={(retry) => onChange({ retry })}
      />
      {draft.retry === 'schedule' && <FormField {...fields} field="schedule" label="Waits" />}
      {draft.retry === 'exponential' && (
        <>
          <FormField {...fields} field="initial" label="First wait" isShort />
          <FormField {...fields} field="attempts" label="Times" isShort />
        </>
      )}
    </>
  );
}
