import type { FieldSaid } from '../connection/server-said.ts';
import { visibleText } from '../format/visible-text.ts';
import { editor as words } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import type { Draft } from './edit-draft.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

interface TargetFieldsProps {
  readonly draft: Draft;
  readonly defaultTarget: string;
  /** False where the target stands already. */
  readonly hasTarget: boolean;
  readonly problemAt: (path: string) => FieldSaid | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}

export function TargetFields({ draft, defaultTarget, hasTarget, problemAt, onChange }: TargetFieldsProps) {
  const t = useT();
  const problems = {
    method: problemAt('method'),
    path: problemAt('requestTarget'),
    target: problemAt('target'),
  };
  return (
    <section className="editor-section target-fields" aria-label={t(words.where.section)}>
      <label>
        <span>{t(words.where.method)}</span>
        <input
          className="field mono"
          list="methods"
          value={draft.method}
          aria-invalid={problems.method !== undefined}
          onChange={(change) => onChange({ method: change.target.value })}
        />
        <datalist id="methods">
          {methods.map((method) => (
            <option key={method} value={method} />
          ))}
        </datalist>
      </label>
      {hasTarget && (
        <label>
          <span>{t(words.where.target)}</span>
          <input
            className="field mono"
            value={draft.target}
            placeholder={defaultTarget || 'http://localhost:3000'}
            spellCheck={false}
            inputMode="url"
            aria-invalid={problems.target !== undefined}
            onChange={(change) => onChange({ target: change.target.value })}
          />
        </label>
      )}
      <label>
        <span>{t(words.where.path)}</span>
        <input
          className="field mono"
          value={draft.requestTarget}
          spellCheck={false}
          aria-invalid={problems.path !== undefined}
          onChange={(change) => onChange({ requestTarget: change.target.value })}
        />
      </label>
      {Object.entries(problems).map(
        ([field, problem]) =>
          problem !== undefined && (
            <p key={field} className="bad" lang={problem.lang}>
              {visibleText(problem.message)}
            </p>
          ),
      )}
    </section>
  );
}
