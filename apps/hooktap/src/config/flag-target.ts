import { parseTarget } from '@hooktap/core';
import { exitCode, Failure } from '../failure.ts';

/** A target of the command line and the path whose events go there. */
export interface FlagTarget {
  readonly path: string;
  /** As it was written: `3000`, or `http://localhost:5000/hook`. */
  readonly target: string;
}

/** `3000` for everything, or `/prefix=target` for a path; each path once. */
export function flagTargets(texts: readonly string[]): FlagTarget[] {
  const targets = texts.map(flagTarget);
  for (const [index, { path }] of targets.entries()) {
    if (targets.findIndex((other) => other.path === path) === index) continue;
    const what = path === '/' ? 'Two targets are given for everything' : `Two targets are given for ${path}`;
    throw new Failure(
      `${what}: give each path one, as in 'hooktap 3000 /stripe=4000'. Several targets for one path are written in ` +
        'the config file (targets).',
      exitCode.usage,
    );
  }
  return targets;
}

function flagTarget(text: string): FlagTarget {
  const [, prefix, target = ''] = /^(\/[^=?#]*)=(.*)$/s.exec(text) ?? [undefined, undefined, text];
  const parsed = parseTarget(target);
  if (!parsed.ok)
    throw new Failure(`${parsed.message} Commands are listed by hooktap --help.`, exitCode.usage);
  return { path: prefix === undefined ? '/' : prefix.replace(/(?<=.)\/+$/, ''), target };
}

/** `/hooks/Stripe` is called `hooks-stripe`, and everything `default`; a name that is taken gets a number. */
export function nameForPath(path: string, taken: ReadonlySet<string>): string {
  const base =
    path
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 55)
      .replace(/-+$/, '') || (path === '/' ? 'default' : 'endpoint');
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(name)) return name;
  }
}
