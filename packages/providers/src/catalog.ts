import type { ProviderCatalog, ProviderRequest, Signed } from '@hooktap/core';
import type { Saying, Verification } from '@hooktap/protocol';
import { builtInPacks } from './built-in-packs.ts';
import { describeRequest, emptyReading } from './describe-request.ts';
import { type Explanation, explainSignature } from './explain/explain-signature.ts';
import type { ExplainContext, Finding } from './explain/finding.ts';
import { type FrameworkFix, fixesFor } from './explain/framework-fixes.ts';
import { explainRefusal, type RefusedAttempt } from './explain/handler-refusal.ts';
import { withOtherProvider } from './explain/other-provider.ts';
import { answerHandshake } from './handshakes/answer-handshake.ts';
import { nearNames } from './near-names.ts';
import type { ProviderPack } from './pack.ts';
import { type ProviderSummary, summaryOf } from './provider-summary.ts';
import { recognise } from './recognise-request.ts';
import { refusals, unknownName } from './refusals.ts';
import { reasonOf, sayOnce, type TellFailure } from './said-once.ts';
import { createFresh } from './samples/fresh.ts';
import { makeSample, type Sampled, type SampleOptions } from './samples/make-sample.ts';
import { makeScenario, type Scenarised } from './samples/make-scenario.ts';
import { signRequest } from './signature/sign-request.ts';
import { type SchemeSteps, verificationSteps } from './signature/verification-steps.ts';
import { type VerificationDetail, verifyInSlices, verifyRequest } from './signature/verify-request.ts';
import { inSlices } from './slices.ts';
import { guardedPack, packProblems, type UserPack } from './user-pack.ts';

export type UnknownProvider = Saying & {
  readonly kind: 'unknown-provider';
  readonly near: readonly string[];
};

/** Every pack, behind core's port and with what the API and the command line show besides. */
export interface Catalog extends ProviderCatalog {
  readonly packs: readonly ProviderPack[];
  pack(name: string): ProviderPack | undefined;
  /** Every pack as plain data; it survives JSON. */
  list(): ProviderSummary[];
  /** The closest names, for an error. */
  unknown(name: string): UnknownProvider;
  /** How the signature is checked, one entry for each scheme that the request carries. Gives way as `explain` does. */
  steps(
    provider: string,
    request: ProviderRequest,
    secrets: readonly string[],
    receivedAt: number,
  ): Promise<readonly SchemeSteps[]>;
  /** Why it is not valid, and what to do in which framework. Gives way to all else every few milliseconds. */
  explain(
    provider: string,
    request: ProviderRequest,
    secrets: readonly string[],
    context: ExplainContext,
  ): Promise<(Explanation & { readonly fixes: readonly FrameworkFix[] }) | UnknownProvider>;
  /** Why the handler answered 401 or 403, as far as can be known. */
  explainRefusal(
    provider: string,
    captured: ProviderRequest,
    secrets: readonly string[],
    attempt: RefusedAttempt,
    context: ExplainContext,
  ): readonly Finding[];
  /** An unsigned sample; `sign` signs it. `name` is an event type, or `type:variant`. */
  sample(provider: string, name: string, options: SampleOptions): Sampled | UnknownProvider;
  scenario(provider: string, name: string, options: SampleOptions): Scenarised | UnknownProvider;
  /** Why these user packs cannot be used; empty where they can. */
  problems(userPacks: readonly UserPack[]): string[];
  /** Takes these user packs in place of those before; throws where one cannot be used, and keeps the old ones. */
  usePacks(userPacks: readonly UserPack[]): void;
}

export interface CatalogOptions {
  /** Packs from `hooktap.config.*`; they are asked first. */
  readonly userPacks?: readonly UserPack[];
  /** Where failures of user packs go. */
  readonly report?: (message: string) => void;
}

/** Throws where a user pack cannot be used; the message says which and why. */
export function createCatalog({ userPacks = [], report = () => {} }: CatalogOptions = {}): Catalog {
  let packs: readonly ProviderPack[] = builtInPacks;
  let byName: ReadonlyMap<string, ProviderPack> = new Map();
  let tellers: ReadonlyMap<string, TellFailure> = new Map();
  const usePacks = (given: readonly UserPack[]): void => {
    const [problem] = problemsOf(given);
    if (problem !== undefined) throw new Error(problem);
    packs = [...given.map((pack) => guardedPack(pack, report)), ...builtInPacks];
    byName = new Map(packs.map((pack) => [pack.name, pack]));
    tellers = new Map(packs.map(({ name }) => [name, sayOnce(name, report)]));
  };
  usePacks(userPacks);
  /** What is asked for by a person may meet a pack of its own that throws: that is an answer too. */
  const attempt = <T>(
    { name }: ProviderPack,
    what: string,
    run: () => T,
    failed: (message: string) => T,
  ): T => {
    try {
      return run();
    } catch (error) {
      tellers.get(name)?.(`failed to ${what}`, error);
      return failed(`The pack '${name}' failed to ${what}: ${reasonOf(error)}`);
    }
  };
  const unknown = (name: string): UnknownProvider => {
    const near = nearNames(name, [...byName.keys()]);
    return { kind: 'unknown-provider', near, ...unknownName(refusals.part('no-provider', { name }), near) };
  };
  return {
    get packs() {
      return packs;
    },
    problems: problemsOf,
    usePacks,
    pack: (name) => byName.get(name),
    list: () => packs.map(summaryOf),
    unknown,
    recognise: (head, configured) => recognise(packs, head, configured && byName.get(configured)),
    deadlineMs: (provider) => byName.get(provider)?.retry?.deadlineMs ?? null,
    describe: (provider, request) => {
      const pack = byName.get(provider);
      return pack ? describeRequest(pack, request) : emptyReading;
    },
    verify: (provider, request, secrets, receivedAt) => {
      const pack = provider === null ? undefined : byName.get(provider);
      if (!pack) return nothingToCheck;
      return attempt(
        pack,
        'check a signature',
        () => verdictOf(verifyRequest(pack, request, secrets, receivedAt)),
        () => uncheckable(pack),
      );
    },
    verifyLarge: async (provider, request, secrets, receivedAt) => {
      const pack = provider === null ? undefined : byName.get(provider);
      if (!pack) return nothingToCheck;
      try {
        return verdictOf(await inSlices(verifyInSlices(pack, request, secrets, receivedAt)));
      } catch (error) {
        tellers.get(pack.name)?.('failed to check a signature', error);
        return uncheckable(pack);
      }
    },
    handshake: (provider, request, settings) => answerHandshake(packs, provider, request, settings),
    sign: (provider, request, secret, options) => {
      const pack = byName.get(provider);
      if (!pack) return { kind: 'refused', reason: unknown(provider).message };
      const refused = (reason: string): Signed => ({ kind: 'refused', reason });
      return attempt(pack, 'sign', () => signRequest(pack, request, secret, options), refused);
    },
    steps: async (provider, request, secrets, receivedAt) => {
      const pack = byName.get(provider);
      if (!pack) return [];
      try {
        return await inSlices(verificationSteps(pack, request, secrets, receivedAt));
      } catch (error) {
        tellers.get(provider)?.('failed to check a signature', error);
        return [];
      }
    },
    explain: async (provider, request, secrets, context) => {
      const pack = byName.get(provider);
      if (!pack) return unknown(provider);
      try {
        const explanation = await inSlices(explainSignature(pack, request, secrets, context));
        const explained = withOtherProvider(explanation, pack, packs, request);
        return { ...explained, fixes: fixesFor(explained.findings.map(({ code }) => code)) };
      } catch (error) {
        tellers.get(provider)?.('failed to check a signature', error);
        return { ...unexplained(uncheckable(pack)), fixes: [] };
      }
    },
    explainRefusal: (provider, captured, secrets, refused, context) => {
      const pack = byName.get(provider);
      if (!pack) return [];
      const explain = () => explainRefusal(pack, captured, secrets, refused, context);
      return attempt(pack, 'check a signature', explain, () => []);
    },
    sample: (provider, name, options) => {
      const pack = byName.get(provider);
      if (!pack) return unknown(provider);
      return attempt(
        pack,
        'make a sample',
        () => makeSample(pack, name, createFresh(options), options),
        (message): Sampled => ({ kind: 'unknown-event-type', near: [], message }),
      );
    },
    scenario: (provider, name, options) => {
      const pack = byName.get(provider);
      if (!pack) return unknown(provider);
      return attempt(
        pack,
        'play a scenario',
        () => makeScenario(pack, name, options),
        (message): Scenarised => ({ kind: 'unknown-scenario', near: [], message }),
      );
    },
  };
}

function problemsOf(given: readonly UserPack[]): string[] {
  const taken = builtInPacks.map(({ name }) => name);
  return given.flatMap((pack) => {
    const problems = packProblems(pack, taken);
    taken.push(pack.name);
    return problems;
  });
}

const nothingToCheck: Verification = {
  verdict: 'unchecked',
  code: 'no-provider',
  reason: 'No known provider, so there is nothing to check.',
};

/** What a pack fails at is not valid: enforcing must not let it pass. */
const uncheckable = ({ name }: ProviderPack) => ({
  verdict: 'invalid' as const,
  reason: `The pack '${name}' failed to check the signature.`,
});

const unexplained = (verdict: ReturnType<typeof uncheckable>): Explanation => ({
  verification: { ...verdict, code: 'pack-failed' },
  findings: [],
  tried: [verdict.reason],
});

const verdictOf = ({ verdict, reason, code, scheme }: VerificationDetail): Verification => ({
  verdict,
  ...(reason !== undefined && { reason, code }),
  ...(scheme !== undefined && { scheme }),
});
