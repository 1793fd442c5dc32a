import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { startHandler } from '@hooktap/example-handler';
import type { ExitCode } from '../failure.ts';
import type { ListenFlags } from '../listen-flags.ts';
import { listenSettings } from '../listen-settings.ts';
import type { Output } from '../output.ts';
import { demoSecrets, type SampleEvent, sampleEvents } from '../sample-events.ts';
import { listen } from './listen.ts';

/** So that a person sees them come in one by one. */
const betweenMs = 150;

/** `listen` with the example handler and a few sample events; nothing leaves this machine. */
export async function demo(
  flags: ListenFlags,
  dataDir: string,
  output: Output,
  keepCode: () => void,
): Promise<ExitCode> {
  const handler = await startHandler({ stripeSecret: demoSecrets.stripe });
  try {
    const targets = [handler.url, `/webhooks/stripe=${handler.url}`, `/webhooks/stripe-test=${handler.url}`];
    const env = {
      HOOKTAP_SECRET_WEBHOOKS_STRIPE: demoSecrets.stripe,
      HOOKTAP_SECRET_WEBHOOKS_STRIPE_TEST: demoSecrets.stripeTest,
    };
    const settings = listenSettings(targets, { ...flags, reply: 'handler', tunnel: false }, { env });
    return await listen(settings, dataDir, output, { keepCode, whenReady: sendSamples });
  } finally {
    await handler.close();
  }
}

async function sendSamples(receiver: string): Promise<void> {
  for (const sample of sampleEvents(Date.now())) {
    await send(receiver, sample);
    await pause(betweenMs, undefined, { ref: false });
  }
}

function send(receiver: string, { path, headers, body }: SampleEvent): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(body));
  return new Promise((resolve, reject) => {
    const sending = request(`${receiver}${path}`, {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'Content-Length': bytes.length },
    });
    sending.on('error', reject);
    sending.on('response', (response) => {
      response.on('error', reject);
      response.on('end', resolve);
      response.resume();
    });
    sending.end(bytes);
  });
}
