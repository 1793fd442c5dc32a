import type { Readable } from 'node:stream';
import type { StreamChange, TunnelStatus } from '@hooktap/protocol';
import type { Ready } from '../../json-lines.ts';

export type ReadyLine = { readonly type: 'ready' } & Ready;
export type TunnelLine = { readonly type: 'tunnel'; readonly seq: number } & TunnelStatus;
/** A line that `--json` prints. */
export type OutputLine = ReadyLine | TunnelLine | Exclude<StreamChange, { type: 'tunnel.changed' }>;
export type LineOf<T extends OutputLine['type']> = Extract<OutputLine, { type: T }>;

/** The NDJSON of one Hooktap: what it said so far, and what a test waits for. */
export class JsonOutput {
  readonly lines: OutputLine[] = [];
  #ended: string | null = null;
  readonly #waiting = new Set<() => void>();

  constructor(stdout: Readable) {
    let begun = '';
    // Who is killed may leave half a line behind: only what has its end is one.
    stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = `${begun}${text}`.split('\n');
      begun = lines.pop() ?? '';
      for (const line of lines) this.lines.push(JSON.parse(line) as OutputLine);
      this.#look();
    });
  }

  /** Fails whoever still waits. */
  end(reason: string): void {
    this.#ended = reason;
    this.#look();
  }

  of<T extends OutputLine['type']>(type: T): LineOf<T>[] {
    return this.lines.filter((line): line is LineOf<T> => line.type === type);
  }

  /** The first line of a type that satisfies the test, from those said already on. */
  first<T extends OutputLine['type']>(
    type: T,
    test: (line: LineOf<T>) => boolean = () => true,
    deadlineMs = 30_000,
  ): Promise<LineOf<T>> {
    return new Promise((resolve, reject) => {
      let seen = 0;
      const settle = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      const look = (): void => {
        while (seen < this.lines.length) {
          const line = this.lines[seen];
          seen += 1;
          if (line?.type !== type || !test(line as LineOf<T>)) continue;
          settle();
          resolve(line as LineOf<T>);
          return;
        }
        if (this.#ended === null) return;
        settle();
        reject(new Error(`Hooktap ended before its '${type}': ${this.#ended}`));
      };
      const timer = setTimeout(() => {
        settle();
        const said = this.lines.slice(-10).map((line) => JSON.stringify(line));
        reject(new Error(`Hooktap did not say '${type}' within ${deadlineMs} ms; last:\n${said.join('\n')}`));
      }, deadlineMs);
      this.#waiting.add(look);
      look();
    });
  }

  #look(): void {
    for (const look of this.#waiting) look();
  }
}
