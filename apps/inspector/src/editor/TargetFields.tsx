import { editor } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import type { Draft } from './edit-draft.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

interface TargetFieldsProps {
  readonly draft: Draft;
  readonly defaultTarget: string;
  /** False where the target stands already. */
  readonly hasTarget: boolean;
  readonly problemAt: (path: string) => string | undefined;
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
    <section className="editor-section target-fields" aria-label={t(editor.where)}>
      <label>
        <span>{t(editor.method)}</span>
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
      <label>
        <span>{t(editor.path)}</span>
        <input
          className="field mono"
          value={draft.requestTarget}
          spellCheck={false}
          aria-invalid={problems.path !== undefined}
          onChange={(change) => onChange({ requestTarget: change.target.value })}
        />
      </label>
      {problems.method && <p className="bad">{problems.method}</p>}
      {problems.path && <p className="bad">{problems.path}</p>}
      {hasTarget && (
        <label className="whole">
          <span>{t(editor.target)}</span>
          <input
            className="field mono"
            value={draft.target}
            placeholder={defaultTarget || 'http://localhost:3000'}
            spellCheck={false}
            inputMode="url"
            aria-invalid={problems.target !== undefined}
            onChange={(change) => onChange({ target: change.target.value })}
          />
          {problems.target && <span className="bad">{problems.target}</span>}
        </label>
      )}
    </section>
  );
}
