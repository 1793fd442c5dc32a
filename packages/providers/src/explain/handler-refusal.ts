import type { ProviderRequest } from '@hooktap/core';
import type { ProviderPack } from '../pack.ts';
import { clockProblem, spanText } from '../signature/clock.ts';
import { claimMatches } from '../signature/signed-message.ts';
import { carriedSchemes, verifyRequest } from '../signature/verify-request.ts';
import { doctor } from './doctor.ts';
import type { ExplainContext, Finding } from './finding.ts';
import { finding } from './wording.ts';

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
    return [finding('handler-refusal', false, doctor.sentence('unsigned-sent', { provider: pack.title }))];
  const { scheme, claim } = carried;
  const keys = secrets.flatMap((secret) => scheme.key(secret) ?? []);
  const fits = [attempt.sent, { ...attempt.sent, url: captured.url }].some((one) =>
    keys.some((key) => claimMatches(scheme, one, claim, key) && (scheme.alsoCheck?.(one) ?? null) === null),
  );
  if (keys.length > 0 && !fits) {
    return [finding('handler-edited', true, doctor.sentence('edited'))];
  }
  const stale = clockProblem(scheme, claim, attempt.sentAt);
  if (stale) {
    const age = spanText(Math.round((attempt.sentAt - context.receivedAt) / 1000));
    const sent = doctor.part('stale', { span: age });
    return [finding('handler-stale', true, doctor.say(sent, ...stale.parts))];
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
        doctor.sentence('other-url', { signed: captured.url, called: attempt.sent.url }),
      ),
    );
  }
  if (reserialisedDiffers(attempt.sent)) {
    found.push(finding('handler-parsed-body', false, doctor.sentence('reserialised')));
  }
  const known = doctor.sentence(verified ? 'secret-right' : 'secret-unset');
  found.push(finding('handler-other-secret', false, known));
  const said = attempt.said?.split(/[\r\n]/).find((line) => line.trim() !== '');
  const status = String(attempt.statusCode);
  const answer =
    said === undefined
      ? doctor.sentence('handler-silent', { status })
      : doctor.sentence('handler-said', { status, said: said.trim().slice(0, 200) });
  found.push(finding('handler-refusal', false, answer));
  return found;
}

/** Whether a verifier that writes the parsed body again would see other bytes. */
function reserialisedDiffers({ body }: ProviderRequest): boolean {
  try {
    const text = body.toString('utf8');
    return JSON.stringify(JSON.parse(text)) !== text;
  } catch {
    return false;
  }
}
