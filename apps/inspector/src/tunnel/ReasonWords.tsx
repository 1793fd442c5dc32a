import type { ReasonPart } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { useT } from '../messages/use-t.ts';
import { reasonWords } from './reason-words.ts';

interface ReasonWordsProps {
  readonly of: { readonly reason: string; readonly parts?: readonly ReasonPart[] };
  readonly className?: string;
}

/** What a tunnel, or a probe of it, says of itself. */
export function ReasonWords({ of, className }: ReasonWordsProps) {
  const { words, lang } = reasonWords(of, useT());
  return (
    <span className={className} lang={lang}>
      {visibleLine(words)}
    </span>
  );
}
