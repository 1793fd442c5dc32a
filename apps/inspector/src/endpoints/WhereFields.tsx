import { counted } from '../format/measures.ts';
import { type FieldsProps, FormField } from './FormField.tsx';

interface WhereFieldsProps extends FieldsProps {
  readonly keptSecrets: number;
  readonly isNew: boolean;
}

/** What comes here, from whom, and where it goes. */
export function WhereFields({ keptSecrets, isNew, ...fields }: WhereFieldsProps) {
  const secretNote =
    keptSecrets > 0
      ? `${counted(keptSecrets, 'secret')} kept. Left empty they stay as they are.`
      : 'One a line. The signature is checked with them.';
  return (
    <>
      <FormField
        {...fields}
        field="name"
        label="Name"
        placeholder="stripe"
        isFixed={!isNew}
        takesFocus={isNew}
      />
      <FormField
        {...fields}
        field="path"
        label="Path"
        note="What begins so comes here; the longest wins."
        takesFocus={!isNew}
      />
      <FormField
        {...fields}
        field="targets"
        label="Targets"
        rows={2}
        placeholder="http://localhost:3000"
        note="One a line. The first one answers the sender."
      />
      <FormField {...fields} field="provider" label="Provider" placeholder="zavu" isShort />
      <FormField {...fields} field="secrets" label="Secrets" rows={2} note={secretNote} />
    </>
  );
}
