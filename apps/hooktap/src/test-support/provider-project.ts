import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createClient } from '@hooktap/client';
import type { Event, EventId, TriggeredCallback } from '@hooktap/protocol';
import Stripe from 'stripe';
import { Bench, quiet, type Ready } from './bin.ts';

export const stripeSecret = 'whsec_of_stripe';
/** How long the packs may take to look at an event. */
const patienceMs = 30_000;

/** As Stripe signs, by hand. */
export function stripeSignature(body: string, ageSeconds: number): string {
  const time = Math.floor(Date.now() / 1000) - ageSeconds;
  return `t=${time},v1=${createHmac('sha256', stripeSecret).update(`${time}.${body}`).digest('hex')}`;
}

/** A project whose endpoints have providers and secrets, before a handler that verifies with Stripe's own package. */
export class ProviderProject {
  readonly bench = new Bench();
  /** What the handler was sent and answered. */
  verified: { status: number; path: string }[] = [];
  #handler = createServer();

  async open(): Promise<void> {
    this.verified = [];
    this.#handler = verifyingHandler((verified) => this.verified.push(verified));
    await new Promise<void>((resolve) => this.#handler.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    await this.bench.clean();
    await this.closeHandler();
  }

  async closeHandler(): Promise<void> {
    this.#handler.closeAllConnections();
    await new Promise((resolve) => this.#handler.close(resolve));
  }

  get handlerUrl(): string {
    return `http://127.0.0.1:${(this.#handler.address() as AddressInfo).port}`;
  }

  #write(): { folder: string; dataDir: string } {
    const folder = this.bench.folder();
    const target = this.handlerUrl;
    const endpoints = [
      { name: 'zavu', path: '/zavu', provider: 'zavu', secrets: ['whsec_of_zavu'] },
      { name: 'stripe', path: '/stripe', provider: 'stripe', secrets: [stripeSecret], target },
      { name: 'strict', path: '/strict', provider: 'github', secrets: ['s3'], target, enforce: true },
      { name: 'meta', path: '/meta', provider: 'meta', secrets: ['app'], handshake: { verifyToken: 'mine' } },
    ];
    writeFileSync(join(folder, 'hooktap.config.json'), JSON.stringify({ quiet: true, endpoints }));
    return { folder, dataDir: join(folder, '.data') };
  }

  /** A running instance, and commands of the same project. */
  async start() {
    const { folder, dataDir } = this.#write();
    const run = (args: string[], env: NodeJS.ProcessEnv = {}) =>
      this.bench.run([...args, '--data-dir', dataDir], env, folder);
    const instance = run([...quiet, '--json']);
    const ready: Ready = await instance.ready();
    const client = createClient({ origin: ready.inspector, token: ready.token });
    return {
      ready,
      client,
      run,
      stop: () => instance.stop(),
      async trigger(args: string[], env?: NodeJS.ProcessEnv): Promise<TriggeredCallback[]> {
        const { stdout } = await run(['trigger', ...args, '--json'], env).ended;
        return stdout
          .split('\n')
          .flatMap((line) => (line === '' ? [] : (JSON.parse(line) as TriggeredCallback)));
      },
      /** Once the provider packs have looked at it. */
      async read(id: EventId | null | undefined): Promise<Event> {
        if (!id) throw new Error('It became no event.');
        const until = Date.now() + patienceMs;
        for (;;) {
          const event = await client.event(id);
          if (event.verification.reason !== 'Not checked yet.') return event;
          if (Date.now() > until) throw new Error('The packs have not looked at it.');
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      },
    };
  }
}

function verifyingHandler(note: (verified: { status: number; path: string }) => void): Server {
  const stripe = new Stripe('sk_test_unused');
  return createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const signature = request.headers['stripe-signature'] ?? '';
      try {
        stripe.webhooks.constructEvent(Buffer.concat(chunks), signature, stripeSecret);
        response.statusCode = 200;
      } catch {
        response.statusCode = 401;
      }
      note({ status: response.statusCode, path: request.url ?? '' });
      response.end();
    });
  });
}
