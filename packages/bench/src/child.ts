import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** A process that this run started; it ends at the latest with this one. */
export class Child {
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #name: string;
  readonly ended: Promise<number>;

  constructor(name: string, nodeArguments: readonly string[], env: NodeJS.ProcessEnv = process.env) {
    this.#name = name;
    const child = spawn(process.execPath, nodeArguments, { stdio: ['pipe', 'pipe', 'inherit'], env });
    this.#process = child;
    living.add(child);
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    this.ended = new Promise((resolve) => {
      child.once('error', () => resolve(1));
      child.once('exit', (code) => {
        living.delete(child);
        resolve(code ?? 1);
      });
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Its next line of output, which is JSON. */
  async line<T>(withinMs: number): Promise<T> {
    return JSON.parse(await this.text(withinMs));
  }

  /** Its next line of output. */
  async text(withinMs: number): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${this.#name} said nothing for ${withinMs} ms.`)), withinMs);
    });
    try {
      const { value, done } = await Promise.race([this.#lines.next(), late]);
      if (done) throw new Error(`${this.#name} ended with ${await this.ended} before it had answered.`);
      return value;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Lets go of further output, so that it neither fills the pipe nor costs this process parsing. */
  ignoreOutput(): void {
    this.#process.stdout?.removeAllListeners('data').resume();
  }

  /** Asks it to stop and waits until it has. */
  async stop(): Promise<void> {
    const impatient = setTimeout(() => this.#process.kill('SIGKILL'), 20_000);
    this.#process.kill('SIGTERM');
    await this.ended;
    clearTimeout(impatient);
  }
}
