import { createServer } from 'node:net';
import { reasonOf, systemCode } from '../failure.ts';

/** One thing that was looked at. What is not ok ends with its remedy. */
export interface Finding {
  readonly about: string;
  readonly ok: boolean;
  /** It works, and there is something to know about it. */
  readonly note?: true;
  readonly says: string;
}

export const good = (about: string, says: string): Finding => ({ about, ok: true, says });

/** `remedy` is a sentence; null where what is said ends with one. */
export function bad(about: string, says: string, remedy: string | null): Finding {
  if (remedy === null) return { about, ok: false, says };
  return { about, ok: false, says: `${/[.!?]$/.test(says) ? says : `${says}.`} ${remedy}` };
}

/** No fault, and still better mended. */
export const note = (about: string, says: string, remedy: string): Finding => ({
  about,
  ok: true,
  note: true,
  says: `${says} ${remedy}`,
});

/** A default port that is taken is no fault: the pair moves on. */
export function portFinding(about: string, port: number, flag: string): Promise<Finding> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error) => {
      resolve(
        systemCode(error) === 'EADDRINUSE'
          ? good(about, `Port ${port} is taken; Hooktap moves on by ten.`)
          : bad(about, reasonOf(error), `Name another port with ${flag}.`),
      );
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => resolve(good(about, `Port ${port} is free.`)));
    });
  });
}
