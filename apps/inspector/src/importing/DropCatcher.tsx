import { useEffect, useState } from 'react';
import { copying } from '../messages/copying/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import './drop-catcher.css';

const bringsFiles = (drag: DragEvent): boolean => drag.dataTransfer?.types.includes('Files') ?? false;

interface DropCatcherProps {
  readonly isActive: boolean;
  readonly onFile: (file: File, more: boolean) => void;
}

/** Files dropped anywhere on the page; without this the browser would open them in its place. */
export function DropCatcher({ isActive, onFile }: DropCatcherProps) {
  const t = useT();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (drag: DragEvent) => {
      if (!bringsFiles(drag)) return;
      depth += 1;
      setIsOver(true);
    };
    const leave = (drag: DragEvent) => {
      if (!bringsFiles(drag)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    };
    const over = (drag: DragEvent) => {
      if (!bringsFiles(drag)) return;
      drag.preventDefault();
      if (drag.dataTransfer) drag.dataTransfer.dropEffect = isActive ? 'copy' : 'none';
    };
    const drop = (drag: DragEvent) => {
      if (!bringsFiles(drag)) return;
      drag.preventDefault();
      depth = 0;
      setIsOver(false);
      const [file, ...more] = drag.dataTransfer?.files ?? [];
      if (file && isActive) onFile(file, more.length > 0);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
    const names = ['dragenter', 'dragleave', 'dragover', 'drop'] as const;
    for (const name of names) document.addEventListener(name, listeners[name]);
    return () => {
      for (const name of names) document.removeEventListener(name, listeners[name]);
    };
  }, [isActive, onFile]);
  if (!isOver || !isActive) return null;
  return (
    <div className="drop-catcher">
      <div>
        <Icon name="upload" />
        <b>{t(copying.drop.title)}</b>
        <span className="second">{t(copying.drop.what)}</span>
      </div>
    </div>
  );
}
