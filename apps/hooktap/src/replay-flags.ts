import type { Chaos } from '@hooktap/protocol';
import { InvalidArgumentError } from 'commander';

/** `50/s`, or only `50`: so many a second. */
export function rateFlag(text: string): number {
  const rate = Number(/^(\d+(?:\.\d+)?)(?:\/s)?$/.exec(text)?.[1]);
  if (rate > 0 && rate <= 10_000) return rate;
  throw new InvalidArgumentError('Give a rate such as 50/s, at most 10000/s.');
}

/** `10`, or `10x`: so many times as fast. */
export function speedFlag(text: string): number {
  const speed = Number(/^(\d+(?:\.\d+)?)x?$/.exec(text)?.[1]);
  if (speed > 0 && speed <= 1_000_000) return speed;
  throw new InvalidArgumentError('Give how many times as fast, such as 1 or 10.');
}

export function seedFlag(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new InvalidArgumentError('Give a whole number from 0, as an earlier run printed it.');
}

/** How each kind of trouble is written; the API checks the same. */
const chaosKinds: Readonly<Record<string, (text: string) => boolean>> = {
  duplicate: isShare,
  drop: isShare,
  reorder: (text) => /^\d{1,4}$/.test(text),
  delay: (text) => /^\d+(\.\d+)?(ms|s|m)$/.test(text),
  burst: (text) => /^\d{1,4}$/.test(text) && Number(text) >= 2 && Number(text) <= 1000,
};

export const chaosHelp = 'trouble on purpose: duplicate=0.1,drop=0.05,reorder=5,delay=200ms,burst=10';

/** `duplicate=0.1,drop=0.05,reorder=5,delay=200ms,burst=10` */
export function chaosFlag(text: string): Omit<Chaos, 'seed'> {
  const fields = text.split(',').map((part): [string, string | number] => {
    const [, name = '', value = ''] = /^\s*(\w+)=(\S+)\s*$/.exec(part) ?? [];
    if (!Object.hasOwn(chaosKinds, name) || !chaosKinds[name]?.(value)) {
      throw new InvalidArgumentError(
        `'${part.trim()}' is no kind of trouble. Give some of duplicate=0.1, drop=0.05 (shares from 0 to 1), ` +
          'reorder=5 (places), delay=200ms, burst=10 (from 2 to 1000), with commas between.',
      );
    }
    return [name, name === 'delay' ? value : Number(value)];
  });
  return Object.fromEntries(fields);
}

function isShare(text: string): boolean {
  return /^\d*\.?\d+$/.test(text) && Number(text) <= 1;
}
