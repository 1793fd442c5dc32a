import { Connection } from './connection.ts';
import { RequestTemplate } from './request-template.ts';

export interface ClosedLoop {
  readonly port: number;
  readonly path: string;
  readonly connections: number;
  readonly requests: number;
  /** Ends the loop however far it came. */
  readonly maxMs: number;
}

export interface LoopResult {
  readonly completed: number;
  readonly tookMs: number;
  readonly otherThan2xx: number;
  readonly latencies: Float64Array;
}

/** Each connection sends its next request when it has its answer, until all are sent or the time is up. */
export async function closedLoop(loop: ClosedLoop): Promise<LoopResult> {
  let fail: (error: Error) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => {
    fail = reject;
  });
  broken.catch(() => undefined);
  const connections = await Promise.all(
    Array.from({ length: loop.connections }, () => Connection.open(loop.port, (error) => fail(error))),
  );
  const latencies = new Float64Array(loop.requests);
  let sent = 0;
  let completed = 0;
  let otherThan2xx = 0;
  const began = performance.now();
  const until = began + loop.maxMs;
  const drive = (connection: Connection) =>
    new Promise<void>((resolve) => {
      const template = new RequestTemplate(loop.path);
      const next = () => {
        const at = performance.now();
        if (sent >= loop.requests || at > until) return resolve();
        connection.send(template.numbered(sent++), (statusCode) => {
          latencies[completed++] = performance.now() - at;
          if (statusCode < 200 || statusCode > 299) otherThan2xx++;
          next();
        });
      };
      next();
    });
  try {
    await Promise.race([Promise.all(connections.map(drive)), broken]);
    const tookMs = performance.now() - began;
    return { completed, tookMs, otherThan2xx, latencies: latencies.subarray(0, completed) };
  } finally {
    for (const connection of connections) connection.close();
  }
}
