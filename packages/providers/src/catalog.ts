import type {
  HandshakeAnswer,
  HandshakeSettings,
  ProviderCatalog,
  ProviderRequest,
  Recognition,
  RequestHead,
} from '@hooktap/core';
import type { Verification } from '@hooktap/protocol';
import { builtInPacks } from './built-in-packs.ts';
import { describeRequest, emptyReading, readable } from './describe-request.ts';
import { type Explanation, explainSignature } from './explain/explain-signature.ts';
import type { ExplainContext, Finding } from './explain/finding.ts';
import { type FrameworkFix, fixesFor } from './explain/framework-fixes.ts';
import { explainRefusal, type RefusedAttempt } from './explain/handler-refusal.ts';
import { withOtherProvider } from './explain/other-provider.ts';
import { inSlices } from './explain/slices.ts';
import { otherHandshakes } from './handshakes/other-handshakes.ts';
import { indexHead } from './indexed-head.ts';
import { nearNames } from './near-names.ts';
import type { ProviderPack } from './pack.ts';
import { type ProviderSummary, summaryOf } from './provider-summary.ts';
import { createFresh } from './samples/fresh.ts';
import { makeSample, type Sampled, type SampleOptions } from './samples/make-sample.ts';
import { makeScenario, type Scenarised } from './samples/make-scenario.ts';
import { signRequest } from './signature/sign-request.ts';
import { type SchemeSteps, verificationSteps } from './signature/verification-steps.ts';
import { verifyRequest } from './signature/verify-request.ts';
import { guardedPack, packProblems, type UserPack } from './user-pack.ts';

export type UnknownProvider = {
  readonly kind: 'unknown-provider';
  readonly near: readonly string[];
  readonly message: string;
};

/** Every pack, behind core's port and with what the API and the command line show besides. */
export interface Catalog extends ProviderCatalog {
  readonly packs: readonly ProviderPack[];
  pack(name: string): ProviderPack | undefined;
  /** Every pack as plain data; it survives JSON. */
  list(): ProviderSummary[];
  /** The closest names, for an error. */
  unknown(name: string): UnknownProvider;
  /** How the signature is checked, one entry for each scheme that the request carries. */
  steps(
    provider: string,
    request: ProviderRequest,
    secrets: readonly string[],
    receivedAt: number,
  ): SchemeSteps[];
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
  const usePacks = (given: readonly UserPack[]): void => {
    const [problem] = problemsOf(given);
    if (problem !== undefined) throw new Error(problem);
    packs = [...given.map((pack) => guardedPack(pack, report)), ...builtInPacks];
    byName = new Map(packs.map((pack) => [pack.name, pack]));
  };
  usePacks(userPacks);
  const unknown = (name: string): UnknownProvider => {
    const near = nearNames(name, [...byName.keys()]);
    const hint = near.length > 0 ? ` Near to it: ${near.join(', ')}.` : '';
    return { kind: 'unknown-provider', near, message: `There is no provider '${name}'.${hint}` };
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
    describe: (provider, request) => {
      const pack = byName.get(provider);
      return pack ? describeRequest(pack, request) : emptyReading;
    },
    verify: (provider, request, secrets, receivedAt) => {
      const pack = provider === null ? undefined : byName.get(provider);
      if (!pack) return { verdict: 'unchecked', reason: 'No known provider, so there is nothing to check.' };
      return verdictOf(pack, request, secrets, receivedAt, report);
    },
    handshake: (provider, request, settings) => answerHandshake(packs, provider, request, settings),
    sign: (provider, request, secret, options) => {
      const pack = byName.get(provider);
      return pack
        ? signRequest(pack, request, secret, options)
        : { kind: 'refused', reason: unknown(provider).message };
    },
    steps: (provider, request, secrets, receivedAt) => {
      const pack = byName.get(provider);
      return pack ? verificationSteps(pack, request, secrets, receivedAt) : [];
    },
    explain: async (provider, request, secrets, context) => {
      const pack = byName.get(provider);
      if (!pack) return unknown(provider);
      const explanation = await inSlices(explainSignature(pack, request, secrets, context));
      const explained = withOtherProvider(explanation, pack, packs, request);
      return { ...explained, fixes: fixesFor(explained.findings.map(({ code }) => code)) };
    },
    explainRefusal: (provider, captured, secrets, attempt, context) => {
      const pack = byName.get(provider);
      return pack ? explainRefusal(pack, captured, secrets, attempt, context) : [];
    },
    sample: (provider, name, options) => {
      const pack = byName.get(provider);
      return pack ? makeSample(pack, name, createFresh(options), options) : unknown(provider);
    },
    scenario: (provider, name, options) => {
      const pack = byName.get(provider);
      return pack ? makeScenario(pack, name, options) : unknown(provider);
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

function recognise(
  packs: readonly ProviderPack[],
  head: RequestHead,
  configured: ProviderPack | '' | undefined,
): Recognition | null {
  const found = recogniseAny(packs, head);
  if (!configured) return found;
  const other = found?.confidence === 'certain' && found.provider !== configured.name ? found : null;
  const reason = `The endpoint names ${configured.title}.${other ? ` It looks like ${other.provider}, though: ${other.reason}` : ''}`;
  return { provider: configured.name, confidence: 'configured', reason };
}

function recogniseAny(packs: readonly ProviderPack[], head: RequestHead): Recognition | null {
  const indexed = indexHead(head);
  let likely: Recognition | null = null;
  for (const pack of packs) {
    const recognised = pack.recognise(indexed);
    if (recognised?.confidence === 'certain') return { provider: pack.name, ...recognised };
    if (recognised && !likely) likely = { provider: pack.name, ...recognised };
  }
  return likely;
}

/** What a pack of the user's own fails at is not valid: enforcing must not let it pass. */
function verdictOf(
  pack: ProviderPack,
  request: ProviderRequest,
  secrets: readonly string[],
  receivedAt: number,
  report: (message: string) => void,
): Verification {
  try {
    const { verdict, reason, scheme } = verifyRequest(pack, request, secrets, receivedAt);
    return { verdict, ...(reason !== undefined && { reason }), ...(scheme !== undefined && { scheme }) };
  } catch (error) {
    report(`The pack '${pack.name}' failed to check a signature: ${String(error)}`);
    return { verdict: 'invalid', reason: `The pack '${pack.name}' failed to check the signature.` };
  }
}

function answerHandshake(
  packs: readonly ProviderPack[],
  provider: string | null,
  request: ProviderRequest,
  settings: HandshakeSettings,
): HandshakeAnswer | null {
  const own = packs
    .filter(({ name }) => provider === null || name === provider)
    .flatMap(({ handshakes }) => handshakes);
  const asked = otherHandshakes.filter(({ name }) => settings.also?.includes(name));
  const read = readable(request);
  for (const handshake of [...own, ...asked]) {
    const reply = handshake.answer(read, settings, request);
    if (!reply) continue;
    if (reply.kind === 'refused') return { ...reply, handshake: handshake.name };
    return {
      kind: 'answered',
      handshake: handshake.name,
      statusCode: 200,
      rawHeaders: [
        ['Content-Type', reply.contentType],
        ['X-Content-Type-Options', 'nosniff'],
      ],
      body: reply.body,
      explanation: reply.explanation,
    };
  }
  return null;
}
