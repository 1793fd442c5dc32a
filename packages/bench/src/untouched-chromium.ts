import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';

/** Long enough for a page to have shown what it is asked about before anyone attaches to it. */
const LEFT_ALONE_MS = 4000;
const MARK_WITHIN_MS = 30_000;

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/**
 * A Chromium in which nobody is attached to a page while it opens, as nobody is to a developer's: Playwright attaches to
 * all of them, and what a debugger costs would be counted too.
 */
export class UntouchedChromium {
  readonly #process: ChildProcess;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #last = 0;

  private constructor(process: ChildProcess, socket: WebSocket) {
    this.#process = process;
    this.#socket = socket;
    socket.on('message', (data) => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
  }

  static async start(path: string, scratch: string): Promise<UntouchedChromium> {
    const profile = mkdtempSync(join(scratch, 'chromium-'));
    const flags = ['--headless=new', '--no-sandbox', '--no-first-run', '--disable-background-networking'];
    const port = ['--remote-debugging-port=0', `--user-data-dir=${profile}`, '--window-size=1440,900'];
    const child = spawn(path, [...flags, ...port, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
    for await (const line of createInterface({ input: child.stderr })) {
      const [, url] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
      if (url === undefined) continue;
      child.stderr.resume();
      const socket = new WebSocket(url);
      await once(socket, 'open');
      return new UntouchedChromium(child, socket);
    }
    throw new Error('Chromium ended before it could be asked anything.');
  }

  /** Milliseconds from the opening of a page, in a fresh profile, to the mark of this name that it sets itself. */
  async untilMark(url: string, mark: string): Promise<number> {
    const { browserContextId } = await this.#ask('Target.createBrowserContext', { disposeOnDetach: true });
    const { targetId } = await this.#ask('Target.createTarget', { url, browserContextId });
    await sleep(LEFT_ALONE_MS);
    const { sessionId } = await this.#ask('Target.attachToTarget', { targetId, flatten: true });
    const expression = `new Promise((resolve) => new PerformanceObserver((list) => {
      const [mark] = list.getEntriesByName(${JSON.stringify(mark)});
      if (mark) resolve(mark.startTime);
    }).observe({ type: 'mark', buffered: true }))`;
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const late = sleep(MARK_WITHIN_MS, null, { ref: false });
    const answer = await Promise.race([this.#ask('Runtime.evaluate', asked, String(sessionId)), late]);
    const { value } = (answer?.['result'] ?? {}) as { value?: number };
    await this.#ask('Target.disposeBrowserContext', { browserContextId });
    if (value === undefined) throw new Error(`The page did not set the mark '${mark}'.`);
    return value;
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    await this.#ask('Browser.close', {});
    this.#socket.close();
    await ended;
  }

  #ask(method: string, params: object, sessionId?: string): Promise<Record<string, unknown>> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        this.#waiting.delete(id);
        if (error) reject(new Error(`Chromium refused ${method}: ${error.message}`));
        else resolve(result ?? {});
      });
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    });
  }
}
