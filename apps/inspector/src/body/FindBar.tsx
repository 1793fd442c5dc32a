import { useEffect, useRef } from 'react';
import { count } from '../format/measures.ts';
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
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const all = found.starts.length;
  return (
    <search className="find-bar">
      <input
        ref={field}
        className="field"
        value={wanted}
        aria-label="Find in this body"
        placeholder="Find in this body"
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
            ? 'None'
            : `${count(current + 1)} of ${count(all)}${found.isCut ? '+' : ''}`}
      </span>
      <IconButton icon="up" name="Previous" shortcut="⇧ ↵" disabled={all === 0} onClick={() => onStep(-1)} />
      <IconButton icon="down" name="Next" shortcut="↵" disabled={all === 0} onClick={() => onStep(1)} />
      <IconButton icon="cross" name="Close" shortcut="Esc" onClick={onClose} />
    </search>
  );
}
