import type { EventListItem, TargetStatus } from '@hooktap/protocol';

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);

/** Where the copied code can send to besides the URL that the sender called: the endpoint's handlers. */
export function handlerOrigins(
  { endpoint, url }: Pick<EventListItem, 'endpoint' | 'url'>,
  targets: readonly TargetStatus[],
): readonly string[] {
  const called = originOf(url);
  const origins = targets
    .filter((target) => target.endpoint === endpoint)
    .map((target) => originOf(target.url))
    .filter((origin) => origin !== null && origin !== 'null' && origin !== called);
  return [...new Set(origins as readonly string[])];
}
