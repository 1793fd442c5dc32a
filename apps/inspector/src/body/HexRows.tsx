import { useRef } from 'react';
import { BYTES_PER_LINE, hexLine } from './hex-line.ts';
import { ROW } from './TextRows.tsx';
import { useRowWindow } from './use-row-window.ts';

/** Bytes as hexadecimal digits beside their letters. */
export function HexRows({ bytes, label }: { readonly bytes: Uint8Array; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const rows = Math.ceil(bytes.length / BYTES_PER_LINE);
  const { first, end } = useRowWindow(box, rows, ROW);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways where it is narrow
    <section className="hex-scroll" aria-label={label} tabIndex={0}>
      <div ref={box} className="code-rows code-hex" style={{ height: rows * ROW }}>
        {Array.from({ length: Math.max(0, end - first) }, (_, index) => {
          const row = first + index;
          const { offset, hex, letters } = hexLine(bytes, row);
          return (
            <div key={row} className="code-line" style={{ transform: `translateY(${row * ROW}px)` }}>
              <span className="code-mark" aria-hidden="true">
                {offset}
              </span>
              <code>
                {hex} <span className="piece-letters">{letters}</span>
              </code>
            </div>
          );
        })}
      </div>
    </section>
  );
}
