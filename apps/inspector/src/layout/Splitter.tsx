import { type CSSProperties, type ReactNode, useState } from 'react';
import { layout } from '../messages/layout/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import './splitter.css';

const KEY = 'hooktap.list-width';
const LEAST = 560;
const USUAL = 868;
const STEP = 24;

function remembered(): number {
  const width = Number(window.localStorage.getItem(KEY));
  return width >= LEAST ? width : USUAL;
}

interface SplitterProps {
  readonly first: ReactNode;
  readonly second: ReactNode;
  /** What the second pane shows one of. */
  readonly secondName?: string;
  readonly isSecondOpen: boolean;
}

/** Two panes and the line between them, moved by hand or with the arrow keys. */
export function Splitter({ first, second, secondName, isSecondOpen }: SplitterProps) {
  const t = useT();
  const [width, setWidth] = useState(remembered);
  const most = () => Math.max(LEAST, window.innerWidth - LEAST);
  const put = (wanted: number) => {
    const next = Math.round(Math.min(Math.max(wanted, LEAST), most()));
    setWidth(next);
    window.localStorage.setItem(KEY, String(next));
  };
  return (
    <main
      className={`panes ${isSecondOpen ? 'second-open' : ''}`}
      style={{ '--list-width': `${width}px` } as CSSProperties}
    >
      <h1 className="unseen">{t(parts.inspector)}</h1>
      {first}
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved */}
      <div
        className="splitter"
        role="separator"
        tabIndex={0}
        aria-label={t(layout.splitter.width)}
        aria-orientation="vertical"
        aria-valuenow={width}
        aria-valuemin={LEAST}
        aria-valuemax={most()}
        onPointerDown={(pointer) => pointer.currentTarget.setPointerCapture(pointer.pointerId)}
        onPointerMove={(pointer) => {
          if (pointer.currentTarget.hasPointerCapture(pointer.pointerId)) put(pointer.clientX);
        }}
        onDoubleClick={() => put(USUAL)}
        onKeyDown={(key) => {
          const to = { ArrowLeft: width - STEP, ArrowRight: width + STEP, Home: LEAST, End: most() }[key.key];
          if (to === undefined) return;
          key.preventDefault();
          put(to);
        }}
      />
      <section className="second-pane" aria-label={secondName ?? t(layout.splitter.event)}>
        {second}
      </section>
    </main>
  );
}
