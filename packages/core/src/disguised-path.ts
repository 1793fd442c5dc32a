import type { EndpointPolicy } from './endpoint-policy.ts';
import { decodedPath } from './shield.ts';
import type { Target } from './target.ts';

/**
 * Whether a path, read as freely as a handler may read it, is one of an endpoint that enforces signatures, though
 * undecoded it led to another that has the same handler. Delivered, it would have passed the check by.
 */
export function isDisguised(
  path: string,
  policy: EndpointPolicy,
  /** Longest prefix first. */
  all: readonly EndpointPolicy[],
): boolean {
  if (!all.some(({ enforce }) => enforce)) return false;
  const plain = plainPath(path);
  const meant = all.find(({ prefix }) => {
    const own = plainPath(prefix);
    return own === '' || plain === own || plain.startsWith(`${own}/`);
  });
  return meant !== undefined && meant !== policy && meant.enforce && sharesHandler(meant, policy);
}

/** Without origin, parameters, empty and dot segments, escapes and case; nothing for the root. */
export function plainPath(path: string): string {
  const segments: string[] = [];
  const decoded = decodedPath(path.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '')).toLowerCase();
  for (const written of decoded.replace(/[?#].*$/s, '').split(/[/\\]/)) {
    const segment = written.replace(/;.*$/s, '').replace(/[^\x21-\uffff]/g, '');
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.map((segment) => `/${segment}`).join('');
}

const sharesHandler = (one: EndpointPolicy, other: EndpointPolicy): boolean =>
  one.targets.some((target) => other.targets.some((another) => placeOf(another) === placeOf(target)));

/** Names and addresses of this machine are all one. */
function placeOf({ hostname, port }: Target): string {
  const name = hostname.toLowerCase();
  return `${/^(localhost|127\.[\d.]+|::1|0\.0\.0\.0|::)$/.test(name) ? 'here' : name} ${port}`;
}
