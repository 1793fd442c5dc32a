import type { ShapeFormat } from '@hooktap/protocol';
import { visibleText } from '../format/visible-text.ts';
import { drift } from '../messages/drift/en.ts';
import { useT } from '../messages/use-t.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import type { EventKind } from './kind-query.ts';
import { useShape } from './use-drift.ts';

interface ShapeViewProps {
  readonly kind: EventKind;
  readonly format: ShapeFormat;
}

/** The bodies of a type as code, to be pasted into a project. */
export function ShapeView({ kind, format }: ShapeViewProps) {
  const t = useT();
  const { data: shape } = useShape(kind, format);
  const name = t(drift.view[format]);
  if (!shape) return <div aria-busy="true" />;
  return (
    <section aria-label={name} className="drift-shape">
      <div className="drift-shape-head">
        <p className="second">{t(drift.shape.note, { count: shape.events })}</p>
        <CopyButton text={shape.text} what={t(drift.shape.what, { format: name })} look="button plain" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      <pre className="drift-code" tabIndex={0}>
        <code>{visibleText(shape.text)}</code>
      </pre>
    </section>
  );
}
