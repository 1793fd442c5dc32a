import { createServer } from 'node:net';
import { reasonOf, systemCode } from '../failure.ts';

/** One thing that was looked at. What is not ok says its remedy. */
export interface Finding {
  readonly about: string;
  readonly ok: boolean;
  readonly says: string;
}

/** A default port that is taken is no fault: the pair moves on. */
export function portFinding(about: string, port: number): Promise<Finding> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error) => {
      const taken = systemCode(error) === 'EADDRINUSE';
      const says = taken ? `Port ${port} is taken; Hooktap moves on by ten.` : reasonOf(error);
      resolve({ about, ok: taken, says });
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => resolve({ about, ok: true, says: `Port ${port} is free.` }));
    });
  });
}
