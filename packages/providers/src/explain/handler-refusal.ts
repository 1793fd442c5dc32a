import type { ProviderRequest } from '@hooktap/core';
import type { ProviderPack } from '../pack.ts';
import { clockProblem, spanText } from '../signature/clock.ts';
import { claimMatches } from '../signature/signed-message.ts';
import { carriedSchemes, verifyRequest } from '../signature/verify-request.ts';
import type { ExplainContext, Finding, MistakeCode } from './finding.ts';
import { titleFor, todoFor } from './wording.ts';

/** What the handler was sent and said. */
export interface RefusedAttempt {
  readonly statusCode: number;
  /** When it was sent, milliseconds since 1970. */
  readonly sentAt: number;
  /** As it went to the handler; `url` is the handler's own. */
  readonly sent: ProviderRequest;
  /** The beginning of its answer's text. */
  readonly said?: string | undefined;
}

const finding = (code: MistakeCode, certain: boolean, detail: string): Finding => ({
  code,
  certain,
  title: titleFor(code),
  detail,
  todo: todoFor(code),
});

/**
 * Why a handler answered 401 or 403, as far as can be known from outside: what is certain first, then
 * what may be. Nothing for other answers.
 */
export function explainRefusal(
  pack: ProviderPack,
  captured: ProviderRequest,
  secrets: readonly string[],
  attempt: RefusedAttempt,
  context: ExplainContext,
): Finding[] {
  if (attempt.statusCode !== 401 && attempt.statusCode !== 403) return [];
  const before = verifyRequest(pack, captured, secrets, context.receivedAt);
  // An event that was never valid is the other doctor's.
  if (before.verdict === 'invalid') return [];
  const [carried] = carriedSchemes(pack, attempt.sent);
  if (!carried)
    return [finding('handler-refusal', false, `What was sent carries no signature of ${pack.title}.`)];
  const { scheme, claim } = carried;
  const keys = secrets.flatMap((secret) => scheme.key(secret) ?? []);
  const fits = [attempt.sent, { ...attempt.sent, url: captured.url }].some((one) =>
    keys.some((key) => claimMatches(scheme, one, claim, key) && (scheme.alsoCheck?.(one) ?? null) === null),
  );
  if (keys.length > 0 && !fits) {
    return [
      finding(
        'handler-edited',
        true,
        'The captured request is valid; what went to the handler differs in what is signed.',
      ),
    ];
  }
  const stale = clockProblem(scheme, claim, attempt.sentAt);
  if (stale) {
    const age = spanText(Math.round((attempt.sentAt - context.receivedAt) / 1000));
    return [finding('handler-stale', true, `It was sent ${age} after it arrived. ${stale.reason}`)];
  }
  return guesses(scheme.signsUrl, captured, attempt, secrets.length > 0);
}

function guesses(
  signsUrl: boolean,
  captured: ProviderRequest,
  attempt: RefusedAttempt,
  verified: boolean,
): Finding[] {
  const found: Finding[] = [];
  if (signsUrl && captured.url !== attempt.sent.url) {
    found.push(
      finding(
        'handler-url',
        false,
        `The signature covers ${captured.url}; the handler was called as ${attempt.sent.url}.`,
      ),
    );
  }
  const change = reserialisedDiffers(attempt.sent);
  if (change) found.push(finding('handler-parsed-body', false, change));
  const known = verified ? 'The signature is right for the secret that is set here' : 'No secret is set here';
  found.push(finding('handler-other-secret', false, `${known}; the handler's own may be another.`));
  const said = attempt.said?.split(/[\r\n]/).find((line) => line.trim() !== '');
  const answer = said === undefined ? ' without a word' : `: ${said.trim().slice(0, 200)}`;
  found.push(finding('handler-refusal', false, `The handler answered ${attempt.statusCode}${answer}`));
  return found;
}

/** Whether a verifier that writes the parsed body again would see other bytes. */
function reserialisedDiffers({ body }: ProviderRequest): string | null {
  try {
    const text = body.toString('utf8');
    if (JSON.stringify(JSON.parse(text)) === text) return null;
    return 'This body does not survive JSON.parse and JSON.stringify unchanged, so a verifier over the parsed body refuses it.';
  } catch {
    return null;
  }
}
