export interface HexLine {
  readonly offset: string;
  readonly hex: string;
  readonly letters: string;
}

const PER_LINE = 16;

export function hexLines(bytes: Uint8Array): readonly HexLine[] {
  return Array.from({ length: Math.ceil(bytes.length / PER_LINE) }, (_, row) => {
    const line = [...bytes.subarray(row * PER_LINE, (row + 1) * PER_LINE)];
    return {
      offset: (row * PER_LINE).toString(16).padStart(6, '0'),
      hex: line
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join(' ')
        .padEnd(PER_LINE * 3 - 1),
      letters: line.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(''),
    };
  });
}
