import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { Connection } from '../load/connection.ts';
import { RequestTemplate } from '../load/request-template.ts';
import { percentile } from '../statistics.ts';
import { say } from './line.ts';

export interface ScreenOptions {
  readonly receiverPort: number;
  /** `ws://…` of the stream. */
  readonly stream: string;
  readonly token: string;
  readonly perSecond: number;
  readonly warmUp: number;
  readonly requests: number;
}

export interface ScreenResult {
  readonly seen: number;
  readonly p50: number;
  readonly p99: number;
}

interface Captured {
  readonly type: string;
  readonly event?: { readonly requestTarget: string };
}

const lanes = 64;

/** Posts at a steady rate and notes when a client of the stream has each event in hand, parsed. */
export async function screen(options: ScreenOptions): Promise<void> {
  const { receiverPort, warmUp, requests, perSecond } = options;
  const total = warmUp + requests;
  const sentAt = new Map<string, number>();
  const latencies = new Map<string, number>();
  const socket = new WebSocket(options.stream, { headers: { Authorization: `Bearer ${options.token}` } });
  const fail = (error: Error) => {
    throw error;
  };
  socket.on('error', fail);
  await new Promise((resolve) => socket.once('message', resolve));
  socket.on('message', (data) => {
    const message: Captured = JSON.parse(String(data));
    if (message.type !== 'event.captured' || !message.event) return;
    const at = sentAt.get(message.event.requestTarget);
    if (at !== undefined) latencies.set(message.event.requestTarget, performance.now() - at);
  });

  const connections = await Promise.all(
    Array.from({ length: lanes }, () => Connection.open(receiverPort, fail)),
  );
  const began = performance.now() + 20;
  for (let number = 0; number < total; number++) {
    const target = `/screen/${number}`;
    const request = new RequestTemplate(target).bytes;
    await sleep(Math.max(0, began + (number * 1000) / perSecond - performance.now()));
    const free = connections.find((connection) => !connection.busy);
    if (!free) throw new Error(`All ${lanes} connections still wait for an answer at ${perSecond}/s.`);
    sentAt.set(target, performance.now());
    free.send(request, () => undefined);
  }
  for (let waited = 0; latencies.size < total && waited < 100; waited++) await sleep(20);
  const measured = [...latencies].filter(([target]) => Number(target.slice(8)) >= warmUp).map(([, ms]) => ms);
  const result: ScreenResult = {
    seen: measured.length,
    p50: percentile(measured, 0.5),
    p99: percentile(measured, 0.99),
  };
  say(result);
  for (const connection of connections) connection.close();
  socket.terminate();
}
