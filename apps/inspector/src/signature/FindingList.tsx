import type { Finding } from '@hooktap/protocol';
import { visibleText } from '../format/visible-text.ts';

/** Causes: what was tried and verifies stands apart from what is only likely. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className="findings">
      {findings.map(({ code, certain, title, detail, todo }) => (
        <li key={`${code} ${title}`}>
          <p className="strong">
            {visibleText(title)}{' '}
            <span className="quiet finding-word">{certain ? 'certain' : 'possible'}</span>
          </p>
          <p className="second">{visibleText(detail)}</p>
          {todo !== '' && <p className="finding-todo">{visibleText(todo)}</p>}
        </li>
      ))}
    </ul>
  );
}
