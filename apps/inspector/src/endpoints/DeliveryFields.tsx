import { endpoints } from '../messages/endpoints/en.ts';
import { useT } from '../messages/use-t.ts';
import { type FieldsProps, FormChoice, FormField } from './FormField.tsx';

/** How what came is handed to the handler. */
export function DeliveryFields(fields: FieldsProps) {
  const t = useT();
  const { draft, onChange } = fields;
  const orders = {
    none: t(endpoints.form.orderNone),
    fifo: t(endpoints.order.fifo),
    key: t(endpoints.form.orderKey),
  };
  return (
    <>
      <FormChoice
        label={t(endpoints.form.order)}
        value={draft.order}
        choices={orders}
        onChange={(order) => onChange({ order })}
      />
      {draft.order === 'key' && (
        <FormField {...fields} field="orderKey" label={t(endpoints.form.field)} placeholder="body.chat.id" />
      )}
      {draft.order !== 'fifo' && (
        <FormField
          {...fields}
          field="concurrency"
          label={t(endpoints.form.atATime)}
          placeholder="64"
          isShort
        />
      )}
      <FormField {...fields} field="timeout" label={t(endpoints.form.timeout)} placeholder="30s" isShort />
      <FormField
        {...fields}
        field="deadline"
        label={t(endpoints.form.deadline)}
        placeholder={t(endpoints.form.usualDeadline)}
        isShort
        note={t(endpoints.form.deadlineNote)}
      />
      <FormField
        {...fields}
        field="filter"
        label={t(endpoints.form.only)}
        placeholder="type:message.*"
        note={t(endpoints.form.onlyNote)}
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
            {t(endpoints.form.hold)}
          </label>
          <label>
            <input
              type="checkbox"
              checked={draft.enforce}
              onChange={(change) => onChange({ enforce: change.target.checked })}
            />
            {t(endpoints.form.enforce)}
          </label>
        </div>
      </div>
    </>
  );
}
