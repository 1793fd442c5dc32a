import { type FieldsProps, FormChoice, FormField } from './FormField.tsx';

const orders = {
  none: 'In any order',
  fifo: 'One after the other',
  key: 'One after the other within a field',
} as const;

/** How what came is handed to the handler. */
export function DeliveryFields(fields: FieldsProps) {
  const { draft, onChange } = fields;
  return (
    <>
      <FormChoice
        label="Order"
        value={draft.order}
        choices={orders}
        onChange={(order) => onChange({ order })}
      />
      {draft.order === 'key' && (
        <FormField {...fields} field="orderKey" label="Field" placeholder="body.chat.id" />
      )}
      {draft.order !== 'fifo' && (
        <FormField {...fields} field="concurrency" label="At a time" placeholder="64" isShort />
      )}
      <FormField {...fields} field="timeout" label="Timeout" placeholder="30s" isShort />
      <FormField
        {...fields}
        field="deadline"
        label="Deadline"
        placeholder="none"
        isShort
        note="How long the provider waits: after it the sender gets a 504."
      />
      <FormField
        {...fields}
        field="filter"
        label="Only"
        placeholder="type:message.*"
        note="Only what this query finds is delivered; the rest is kept."
      />
      <div className="form-line">
        <span />
        <div className="form-checks">
          <label>
            <input
              type="checkbox"
              checked={draft.hold}
              onChange={(change) => onChange({ hold: change.target.checked })}
            />
            Hold what comes while the handler is down
          </label>
          <label>
            <input
              type="checkbox"
              checked={draft.enforce}
              onChange={(change) => onChange({ enforce: change.target.checked })}
            />
            Refuse what bears an invalid signature
          </label>
        </div>
      </div>
    </>
  );
}
