import type { Finding } from '@hooktap/protocol';
import { visibleText } from '../format/visible-text.ts';
import { signature } from '../messages/signature/en.ts';
import { useT } from '../messages/use-t.ts';

/** Causes: what was tried and verifies stands apart from what is only likely. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useT();
  return (
    <ul className="findings">
      {findings.map(({ code, certain, title, detail, todo }) => (
        <li key={`${code} ${title}`}>
          <p className="strong">
            <span lang="en">{visibleText(title)}</span>{' '}
            <span className="quiet finding-word">{t(certain ? signature.certain : signature.possible)}</span>
          </p>
          <p className="second" lang="en">
            {visibleText(detail)}
          </p>
          {todo !== '' && (
            <p className="finding-todo" lang="en">
              {visibleText(todo)}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
