import { visibleText } from '../format/visible-text.ts';
import { body } from '../messages/body/en.ts';
import { useT } from '../messages/use-t.ts';
import '../headers/header-table.css';
import { formFields } from './form-fields.ts';

/** A form as it was filled in. */
export function FormTable({ text }: { readonly text: string }) {
  const t = useT();
  const fields = formFields(text);
  return (
    <dl className="header-table">
      {fields.map(({ name, value, isExact }, index) => (
        <div key={index}>
          <dt>{visibleText(name)}</dt>
          <dd>
            {visibleText(value)}
            {!isExact && <span className="warn"> {t(body.notDecoded)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
