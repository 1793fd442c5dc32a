import { memo } from 'react';
import { body } from '../messages/body/en.ts';
import { useT } from '../messages/use-t.ts';
import '../headers/header-table.css';
import { LongText } from '../parts/LongText.tsx';
import { NearRows } from '../parts/NearRows.tsx';
import { formField } from './form-fields.ts';
import { useBodyTask } from './use-body-task.ts';

const SHOWN = 2000;

interface FieldProps {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const Field = memo(function Field({ text, start, end }: FieldProps) {
  const t = useT();
  const { name, value, isExact } = formField(text, start, end);
  return (
    <div>
      <dt>
        <LongText text={name} most={SHOWN} what={t(body.fieldName)} />
      </dt>
      <dd>
        <LongText text={value} most={SHOWN} what={t(body.tree.valueName)} />
        {!isExact && <span className="warn"> {t(body.notDecoded)}</span>}
      </dd>
    </div>
  );
});

/** A form as it was filled in. */
export function FormTable({ text }: { readonly text: string }) {
  const t = useT();
  const rows = useBodyTask<'form'>(() => ({ kind: 'form', text }), [text]);
  if (!rows) return <div className="body-outline" aria-busy="true" />;
  const count = rows.starts.length;
  return (
    <>
      <NearRows
        as="dl"
        className="header-table"
        count={count}
        row={(index) => (
          <Field key={index} text={text} start={rows.starts[index] ?? 0} end={rows.ends[index] ?? 0} />
        )}
      />
      {rows.isCut && <p className="second body-note">{t(body.firstFields, { count })}</p>}
    </>
  );
}
