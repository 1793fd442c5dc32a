import { type Paint, paintFor } from './paint.ts';
import { jsonText, printableLines } from './printable.ts';

/** Where a command writes: results on standard output, everything else on standard error. */
export interface Output {
  readonly paint: Paint;
  /** How wide the terminal is now; null where results go elsewhere. */
  columns(): number | null;
  result(text: string): void;
  json(value: unknown): void;
  /** Without colours: nothing in it acts on a terminal, wherever its words come from. */
  aside(text: string): void;
}

export const processOutput = (): Output => ({
  paint: paintFor(process.stdout, process.env),
  columns: () => (process.stdout.isTTY ? process.stdout.columns || null : null),
  result: (text) => void process.stdout.write(`${text}\n`),
  json: (value) => void process.stdout.write(`${jsonText(value)}\n`),
  aside: (text) => void process.stderr.write(`${printableLines(text)}\n`),
});
