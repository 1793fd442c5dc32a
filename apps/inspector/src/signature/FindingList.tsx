import type { Finding } from '@hooktap/protocol';
import { signature } from '../messages/signature/en.ts';
import { useT } from '../messages/use-t.ts';
import { SaidWords } from '../parts/SaidWords.tsx';
import { findingSaid } from './signature-words.ts';

/** Causes: what was tried and verifies stands apart from what is only likely. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useT();
  return (
    <ul className="findings">
      {findings.map((finding) => {
        const { said, detail, todo } = findingSaid(finding, t);
        return (
          <li key={`${finding.code} ${finding.title}`}>
            <p className="strong">
              <SaidWords said={said} />{' '}
              <span className="quiet finding-word">
                {t(finding.certain ? signature.certain : signature.possible)}
              </span>
            </p>
            {detail && (
              <p className="second">
                <SaidWords said={detail} />
              </p>
            )}
            {todo && (
              <p className="finding-todo">
                <SaidWords said={todo} />
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
