import type { Paint } from './paint.ts';

/** A piece of a line; its width is that of `text`. */
export interface Piece {
  readonly text: string;
  readonly style?: Parameters<Paint>[0];
}

export const piece = (text: string, style?: Piece['style']): Piece =>
  style === undefined ? { text } : { text, style };

const gap = '  ';
/** Of pieces that follow others in one row. */
export const widthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { text }) => sum + gap.length + text.length, 0);

/** What does not fit goes below, behind the time. */
const indent = 10;

/**
 * One row for a person: `head` stands in columns; of `tail`, what has no room behind it goes below, broken between
 * words. Where there is no terminal (`columns` null) all is one line, so that a program reads a row as a line.
 */
export function fittedRow(
  head: readonly Piece[],
  tail: readonly Piece[],
  { paint, columns }: { readonly paint: Paint; readonly columns: number | null },
): string {
  const painted = ({ text, style }: Piece) => (style === undefined ? text : paint(style, text));
  if (columns === null) return [...head, ...tail].map(painted).join(gap);
  let row = head.map(painted).join(gap);
  let width = widthOf(head) - gap.length;
  for (const { text, style } of tail) {
    const [first = '', ...below] =
      width + gap.length + text.length <= columns ? [text] : brokenLines(text, columns - indent);
    const fits = width + gap.length + first.length <= columns;
    row += `${fits ? gap : `\n${' '.repeat(indent)}`}${painted(piece(first, style))}`;
    width = (fits ? width + gap.length : indent) + first.length;
    for (const line of below) {
      row += `\n${' '.repeat(indent)}${painted(piece(line, style))}`;
      width = indent + line.length;
    }
  }
  return row;
}

/** Between words; a word that is wider than a line stays whole, so that it can be copied. */
function brokenLines(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
