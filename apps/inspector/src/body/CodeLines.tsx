import { useMemo, useState } from 'react';
import { count } from '../format/measures.ts';
import { visibleText } from '../format/visible-text.ts';
import { hexLines } from './hex-lines.ts';
import { jsonLines } from './json-lines.ts';

/** Lines put on the screen at once; more on demand. */
const LINES = 400;

interface CodeLinesProps {
  readonly look: 'pretty' | 'text' | 'hex';
  readonly bytes: Uint8Array;
  readonly text: string;
}

interface Line {
  readonly mark: string;
  readonly pieces: readonly { readonly kind: string; readonly text: string }[];
}

function linesOf({ look, bytes, text }: CodeLinesProps): readonly Line[] {
  if (look === 'hex') {
    return hexLines(bytes).map(({ offset, hex, letters }) => ({
      mark: offset,
      pieces: [
        { kind: 'hex', text: `${hex}  ` },
        { kind: 'letters', text: letters },
      ],
    }));
  }
  const lines =
    look === 'pretty' ? jsonLines(text) : text.split('\n').map((line) => [{ kind: 'text', text: line }]);
  return lines.map((pieces, index) => ({ mark: String(index + 1), pieces }));
}

export function CodeLines({ look, bytes, text }: CodeLinesProps) {
  const lines = useMemo(() => linesOf({ look, bytes, text }), [look, bytes, text]);
  const [shown, setShown] = useState(LINES);
  return (
    <>
      <pre className={`code-lines code-${look}`}>
        {lines.slice(0, shown).map(({ mark, pieces }) => (
          <div key={mark} className="code-line">
            <span className="code-mark" aria-hidden="true">
              {mark}
            </span>
            <code>
              {pieces.map((piece, index) => (
                <span key={index} className={`piece-${piece.kind}`}>
                  {visibleText(piece.text)}
                </span>
              ))}
              {'\n'}
            </code>
          </div>
        ))}
      </pre>
      {lines.length > shown && (
        <button type="button" className="button ghost" onClick={() => setShown(shown + LINES * 5)}>
          {count(lines.length - shown)} more lines
        </button>
      )}
    </>
  );
}
