import { useState } from 'react';
import { beginningOf, visibleText } from '../format/visible-text.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';

/** More in one stretch of text makes the page halt; it can still be copied. */
const SHOWN_AT_MOST = 50_000;

interface LongTextProps {
  readonly text: string;
  /** UTF-16 units that are shown at first. */
  readonly most: number;
  /** What it is, for the button that copies it. */
  readonly what: string;
}

/** A stranger's text of any length: its beginning, and the rest when it is asked for. */
export function LongText({ text, most, what }: LongTextProps) {
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  if (text.length <= most) return visibleText(text);
  const shown = isWhole ? text : beginningOf(text, most);
  return (
    <>
      {visibleText(shown)}
      {!isWhole && <span className="quiet">… {t(parts.more, { count: text.length - shown.length })}</span>}{' '}
      {text.length <= SHOWN_AT_MOST ? (
        <Button look="ghost" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? parts.showLess : parts.showAll)}
        </Button>
      ) : (
        <CopyButton text={text} what={what} />
      )}
    </>
  );
}
