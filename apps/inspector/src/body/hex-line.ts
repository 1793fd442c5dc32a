export interface HexLine {
  readonly offset: string;
  readonly hex: string;
  readonly letters: string;
}

export const BYTES_PER_LINE = 16;

/** Line `row` of the bytes as hexadecimal digits and ASCII letters. */
export function hexLine(bytes: Uint8Array, row: number): HexLine {
  const from = row * BYTES_PER_LINE;
  const line = [...bytes.subarray(from, from + BYTES_PER_LINE)];
  return {
    offset: from.toString(16).padStart(6, '0'),
    hex: line
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(' ')
      .padEnd(BYTES_PER_LINE * 3 - 1),
    letters: line.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(''),
  };
}
