import { endpoints } from '../messages/endpoints/en.ts';
import { useT } from '../messages/use-t.ts';
import { type FieldsProps, FormField } from './FormField.tsx';

interface WhereFieldsProps extends FieldsProps {
  readonly keptSecrets: number;
  readonly isNew: boolean;
}

/** What comes here, from whom, and where it goes. */
export function WhereFields({ keptSecrets, isNew, ...fields }: WhereFieldsProps) {
  const t = useT();
  const secretNote =
    keptSecrets > 0 ? t(endpoints.form.secretsKept, { count: keptSecrets }) : t(endpoints.form.secretsNote);
  return (
    <>
      <FormField
        {...fields}
        field="name"
        label={t(endpoints.form.name)}
        placeholder="stripe"
        isFixed={!isNew}
        takesFocus={isNew}
      />
      <FormField
        {...fields}
        field="path"
        label={t(endpoints.form.path)}
        note={t(endpoints.form.pathNote)}
        takesFocus={!isNew}
      />
      <FormField
        {...fields}
        field="targets"
        label={t(endpoints.form.targets)}
        rows={2}
        placeholder="http://localhost:3000"
        note={t(endpoints.form.targetsNote)}
      />
      <FormField {...fields} field="provider" label={t(endpoints.form.provider)} placeholder="zavu" isShort />
      <FormField {...fields} field="secrets" label={t(endpoints.form.secrets)} rows={2} note={secretNote} />
    </>
  );
}
