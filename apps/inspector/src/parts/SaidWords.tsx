import { visibleText } from '../format/visible-text.ts';
import type { Said } from '../messages/said.ts';

/** Words of the screen's own, or of Hooktap in its English. */
export function SaidWords({ said: { words, lang } }: { readonly said: Said }) {
  return <span lang={lang}>{visibleText(words)}</span>;
}
