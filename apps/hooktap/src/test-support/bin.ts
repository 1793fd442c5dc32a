import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const bin = fileURLToPath(new URL('../../bin/hooktap.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Ready {
  readonly type: 'ready';
  readonly version: string;
  readonly inspector: string;
  readonly receiver: string;
  readonly token: string;
  readonly dataDir: string;
  readonly pid: number;
}

/** One run of the built command line. */
export class Run {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  stdout = '';
  stderr = '';
  #isOver = false;

  constructor(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = process.cwd(), program = bin) {
    this.child = spawn(process.execPath, [program, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, HOOKTAP_TOKEN: undefined, NO_COLOR: undefined, ...env },
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    this.ended = new Promise((resolve) => {
      this.child.on('close', (code) => {
        this.#isOver = true;
        resolve({ code, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  /** The first match in standard output. */
  async seen(pattern: RegExp, withinMs = 30_000): Promise<RegExpExecArray> {
    const until = Date.now() + withinMs;
    for (;;) {
      const match = pattern.exec(this.stdout);
      if (match) return match;
      if (this.#isOver || Date.now() > until) {
        throw new Error(`${pattern} was not seen.\nstdout: ${this.stdout}\nstderr: ${this.stderr}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async ready(): Promise<Ready> {
    const [line] = await this.seen(/^\{"type":"ready".*$/m);
    return JSON.parse(line) as Ready;
  }

  /** Those that have come to their end. */
  lines(): Record<string, unknown>[] {
    return this.stdout
      .slice(0, this.stdout.lastIndexOf('\n') + 1)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  /** Asks it to stop and waits for its end. */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** Disposable data directories and runs; `clean` ends and removes them all. */
export class Bench {
  readonly #runs: Run[] = [];
  readonly #folders: string[] = [];

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'hooktap-cli-'));
    this.#folders.push(folder);
    return folder;
  }

  run(args: readonly string[], env?: NodeJS.ProcessEnv, cwd?: string, program?: string): Run {
    const run = new Run(args, env, cwd, program);
    this.#runs.push(run);
    return run;
  }

  /** An instance on free ports without a tunnel. */
  listen(dataDir: string, ...more: string[]): Run {
    return this.run([...more, ...quiet, '--json', '--data-dir', dataDir]);
  }

  async clean(): Promise<void> {
    for (const run of this.#runs) run.child.kill('SIGKILL');
    await Promise.all(this.#runs.map((run) => run.ended));
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** Nothing of the network or the screen, and any free ports. */
export const quiet = ['--no-tunnel', '--no-open', '--port', '0', '--ui-port', '0'] as const;
