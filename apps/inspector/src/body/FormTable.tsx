import { visibleText } from '../format/visible-text.ts';
import '../headers/header-table.css';
import { formFields } from './form-fields.ts';

/** A form as it was filled in. */
export function FormTable({ text }: { readonly text: string }) {
  const fields = formFields(text);
  return (
    <dl className="header-table">
      {fields.map(({ name, value, isExact }, index) => (
        <div key={index}>
          <dt>{visibleText(name)}</dt>
          <dd>
            {visibleText(value)}
            {!isExact && <span className="warn"> (not decoded: its escapes are no UTF-8)</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
