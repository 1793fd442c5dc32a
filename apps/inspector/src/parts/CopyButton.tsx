import { useEffect, useState } from 'react';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from './Announcer.tsx';
import { Icon } from './Icon.tsx';

const SHOWN_MS = 1500;

interface CopyButtonProps {
  readonly text: string | (() => string);
  /** What is copied, for those who do not see the button's place. */
  readonly what: string;
  readonly look?: 'button plain' | 'button ghost' | 'copy-tint';
  readonly iconOnly?: boolean;
  /** On the button in place of "Copy". */
  readonly label?: string;
}

/** Says "Copied" at its own place and width; no toast. */
export function CopyButton({ text, what, look = 'button ghost', iconOnly = false, label }: CopyButtonProps) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const announce = useAnnounce();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setCopied(true);
      announce(t(parts.copy.done));
    } catch {
      announce(t(parts.copy.refused));
    }
  };
  return (
    <button
      type="button"
      className={`copy ${look} ${iconOnly ? 'icon-only' : ''}`}
      // The words that are seen are in its name: for a moment these are others.
      aria-label={copied && !iconOnly ? t(parts.copy.done) : t(parts.copy.what, { what })}
      title={iconOnly ? t(parts.copy.what, { what }) : undefined}
      onClick={copy}
    >
      <Icon name={copied ? 'check' : 'copy'} small />
      {!iconOnly && (
        <span className="copy-words">
          <span className={copied ? 'away' : ''}>{label ?? t(parts.copy.button)}</span>
          <span className={copied ? '' : 'away'}>{t(parts.copy.done)}</span>
        </span>
      )}
    </button>
  );
}
