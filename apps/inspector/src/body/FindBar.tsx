import { useEffect, useRef } from 'react';
import { body } from '../messages/body/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { IconButton } from '../parts/Button.tsx';
import type { Found } from './find-in-text.ts';

interface FindBarProps {
  readonly wanted: string;
  readonly found: Found;
  readonly current: number;
  readonly onWanted: (wanted: string) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

/** Looks for words within one body. */
export function FindBar({ wanted, found, current, onWanted, onStep, onClose }: FindBarProps) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const all = found.starts.length;
  return (
    <search className="find-bar">
      <input
        ref={field}
        className="field"
        value={wanted}
        aria-label={t(body.find)}
        placeholder={t(body.find)}
        spellCheck={false}
        autoComplete="off"
        onChange={(change) => onWanted(change.target.value)}
        onKeyDown={(key) => {
          if (key.key === 'Enter') onStep(key.shiftKey ? -1 : 1);
          else if (key.key === 'Escape') onClose();
          else return;
          key.preventDefault();
          key.stopPropagation();
        }}
      />
      <span className="quiet figures" role="status">
        {wanted === ''
          ? ''
          : all === 0
            ? t(body.none)
            : t(found.isCut ? body.foundAtMore : body.foundAt, { at: current + 1, all })}
      </span>
      <IconButton
        icon="up"
        name={t(body.previous)}
        shortcut="⇧ ↵"
        disabled={all === 0}
        onClick={() => onStep(-1)}
      />
      <IconButton
        icon="down"
        name={t(body.next)}
        shortcut="↵"
        disabled={all === 0}
        onClick={() => onStep(1)}
      />
      <IconButton icon="cross" name={t(parts.close)} shortcut="Esc" onClick={onClose} />
    </search>
  );
}
