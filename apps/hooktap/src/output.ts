import { type Paint, paintFor } from './paint.ts';
import { jsonText } from './printable.ts';

/** Where a command writes: results on standard output, everything else on standard error. */
export interface Output {
  readonly paint: Paint;
  result(text: string): void;
  json(value: unknown): void;
  aside(text: string): void;
}

export const processOutput = (): Output => ({
  paint: paintFor(process.stdout, process.env),
  result: (text) => void process.stdout.write(`${text}\n`),
  json: (value) => void process.stdout.write(`${jsonText(value)}\n`),
  aside: (text) => void process.stderr.write(`${text}\n`),
});
