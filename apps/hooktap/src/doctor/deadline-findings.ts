import { type EndpointPolicy, endpointDeadline } from '@hooktap/core';
import type { Catalog } from '@hooktap/providers';
import { type Finding, good } from './finding.ts';

/** When the sender of a slower handler gets a 504, and who says so. */
export function deadlineFindings(
  endpoints: readonly EndpointPolicy[],
  catalog: Pick<Catalog, 'deadlineMs'>,
): Finding[] {
  return endpoints.flatMap((policy) => {
    const deadline = endpointDeadline(policy, (provider) => catalog.deadlineMs(provider));
    // Whose event it will be, nobody knows yet.
    if (deadline === undefined || deadline.kind === 'recognised') return [];
    const whose = deadline.kind === 'provider' ? `, as long as ${deadline.provider} waits` : '';
    return [good('deadline', `${policy.name}: senders get a 504 after ${deadline.ms / 1000} s${whose}.`)];
  });
}
