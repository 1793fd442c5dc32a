import { randomBytes, randomUUID } from 'node:crypto';
import http from 'node:http';
import type { EventListItem } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { type RunningHooktap, startHooktap } from './test-support/hooktap-process.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

const rounds = 10;
const connections = 64;
/** A round is broken off after this many answers, wherever the other connections are by then. */
const answersOfRound = (round: number): number => 150 + round * 37;
const sizes = [0, 40, 900, 20_000, 3_000, 150_000];

type Promised = Map<string, Buffer>;

function post(agent: http.Agent, port: number, path: string, body: Buffer): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = http.request({ agent, port, path, method: 'POST' });
    request.on('error', reject);
    request.on('response', (response) => {
      response.on('error', reject);
      response.on('aborted', () => reject(new Error('cut off')));
      response.resume().on('end', () => resolve(response.statusCode));
    });
    request.end(body);
  });
}

/** Loads Hooktap over every connection and kills it in the middle; what its senders were answered for. */
async function loadAndKill(hooktap: RunningHooktap, round: number): Promise<Promised> {
  const promised: Promised = new Map();
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  let killed: Promise<void> | null = null;
  const send = async (): Promise<void> => {
    for (let number = 0; killed === null; number++) {
      const id = randomUUID();
      const body = Buffer.concat([Buffer.from(id), randomBytes(sizes[number % sizes.length] ?? 0)]);
      const statusCode = await post(agent, hooktap.receiverPort, `/${id}`, body).catch(() => undefined);
      if (statusCode === 200) promised.set(`/${id}`, body);
      else if (killed === null) throw new Error(`Answered ${statusCode} before the kill.`);
      if (promised.size >= answersOfRound(round)) killed ??= hooktap.kill();
    }
  };
  await Promise.all(Array.from({ length: connections }, send));
  await killed;
  agent.destroy();
  return promised;
}

async function allEvents({ client }: RunningHooktap): Promise<Map<string, EventListItem>> {
  const found = new Map<string, EventListItem>();
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await client.events({ limit: 500, ...(cursor !== undefined && { cursor }) });
    for (const event of page.items) found.set(event.requestTarget, event);
    cursor = page.nextCursor;
  }
  return found;
}

async function expectKept(hooktap: RunningHooktap, promised: Promised): Promise<void> {
  const events = await allEvents(hooktap);
  const missing = [...promised.keys()].filter((target) => !events.has(target));
  expect(missing).toEqual([]);
  for (const [target, body] of promised) {
    const event = events.get(target);
    if (!event) continue;
    const { bytes } = await hooktap.client.body(event.body.href);
    expect(body.equals(bytes), `the body of ${target}`).toBe(true);
  }
}

it('loses nothing it answered for when it is killed under load', { timeout: 400_000 }, async () => {
  await using folder = await temporaryFolder();
  let promised: Promised = new Map();
  for (let round = 0; round <= rounds; round++) {
    await using hooktap = await startHooktap({ folder: folder.path });
    await expectKept(hooktap, promised);
    if (round < rounds) promised = await loadAndKill(hooktap, round);
  }
  expect(promised.size).toBeGreaterThanOrEqual(answersOfRound(rounds - 1));
});
