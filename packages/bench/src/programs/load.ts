import { type ClosedLoop, closedLoop } from '../load/closed-loop.ts';
import { Connection } from '../load/connection.ts';
import { RequestTemplate } from '../load/request-template.ts';
import { percentile } from '../statistics.ts';
import { say } from './line.ts';

export interface LoadOptions {
  readonly loop: ClosedLoop;
  /** Sent before and not measured. */
  readonly warmUp: number;
  /** One last request with this reference in it (12 characters). */
  readonly needle?: string;
}

export interface LoadResult {
  readonly completed: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly otherThan2xx: number;
}

async function sendOnce(port: number, template: RequestTemplate): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    Connection.open(port, reject).then((connection) => {
      connection.send(template.bytes, () => {
        connection.close();
        resolve();
      });
    }, reject);
  });
}

/** The load generator: a process of its own, cheap beside what it measures, bounded in count and time. */
export async function load({ loop, warmUp, needle }: LoadOptions): Promise<void> {
  if (warmUp > 0) await closedLoop({ ...loop, requests: warmUp });
  const { completed, tookMs, otherThan2xx, latencies } = await closedLoop(loop);
  if (needle) await sendOnce(loop.port, new RequestTemplate(loop.path, needle));
  const result: LoadResult = {
    completed,
    perSecond: (completed / tookMs) * 1000,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    otherThan2xx,
  };
  say(result);
}
