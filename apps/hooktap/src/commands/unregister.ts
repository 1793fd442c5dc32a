import { sameAddress } from '@hooktap/core';
import type { Registration, RegistrationChange, UnregisterRequest } from '@hooktap/protocol';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import type { UnregisterFlags } from '../register-flags.ts';
import { credentials } from '../registrar/credentials.ts';
import { withRegistrations } from '../registrar/find-registrations.ts';
import { factsOf, report } from './register.ts';

/** Puts back what was set at the provider before, where it is still ours. Exit code 1 where that failed. */
export async function unregister(
  dataDir: string,
  provider: string | undefined,
  flags: UnregisterFlags,
  output: Output,
): Promise<ExitCode> {
  return withRegistrations(dataDir, output, async (commands) => {
    const { items } = await commands.list();
    const chosen = items.filter((one) => provider === undefined || one.provider === provider);
    if (chosen.length === 0) {
      throw new Failure(`Nothing is registered${provider === undefined ? '' : ` at '${provider}'`}.`);
    }
    const changes: RegistrationChange[] = [];
    for (const registration of chosen.toReversed()) {
      const request = await requestFor(registration, flags);
      changes.push(...(await commands.unregister(request)));
    }
    for (const change of changes) report(change, flags, output);
    const failed = changes.some(({ items }) => items.some(({ kind }) => kind === 'failed'));
    return failed ? exitCode.failed : exitCode.done;
  });
}

/** With credentials, unless the instance still has them. They go where the registration went, which is said. */
async function requestFor(
  { id, provider, title, baseUrl, hasCredentials }: Registration,
  flags: UnregisterFlags,
): Promise<UnregisterRequest> {
  if (flags.forget) return { id, forget: true };
  if (hasCredentials && flags.credentialsFile === undefined) return { id };
  const facts = await factsOf(provider);
  const named = flags.baseUrl ?? facts.baseUrl;
  if (!sameAddress(named, baseUrl)) {
    throw new Failure(`${title} was registered at ${baseUrl}: add --base-url ${baseUrl}`);
  }
  const secrets = facts.asks.filter(({ secret }) => secret);
  return { id, baseUrl, answers: await credentials(title, secrets, facts.known, flags.credentialsFile) };
}
