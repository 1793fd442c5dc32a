import { type ReasonPart, registrationSentences, type Speaker, speakerOf } from '@hooktap/protocol';
import type { Answers, Call, Registration, Setting, Slot } from './registration.ts';
import { secretTexts } from './registration.ts';

const says: Speaker<typeof registrationSentences>['sentence'] = speakerOf(registrationSentences).sentence;

/** Why it did not come about, in English and, where it is no one else's sentence, in codes. */
interface Why {
  readonly message: string;
  readonly parts?: readonly ReasonPart[];
}
const why = ({ message, parts }: Why): Why => ({ message, ...(parts && { parts }) });

/** The port to HTTP. `failed`: there was no response. Bodies are parsed JSON, or the text where it is none. */
export type CallPort = (
  call: Call,
) => Promise<
  | { readonly kind: 'responded'; readonly statusCode: number; readonly body: unknown }
  | ({ readonly kind: 'failed' } & Why)
>;

/** What was there before, to be stored beside the URL that was set. It holds no credentials. */
export interface SavedSetting {
  readonly slot: string;
  readonly before: Setting;
  /** The URL that was set in its place: only while this is there, it is still ours. */
  readonly ours: string;
}

export type SlotResult =
  | {
      readonly kind: 'pointed';
      readonly slot: string;
      readonly saved: SavedSetting;
      readonly secret?: string;
    }
  | { readonly kind: 'restored'; readonly slot: string; readonly url: string | null }
  /** Somebody else changed it since: it is left alone. */
  | { readonly kind: 'not-ours'; readonly slot: string; readonly url: string | null }
  | {
      readonly kind: 'left';
      readonly slot: string;
      readonly reason: string;
      readonly parts?: readonly ReasonPart[];
    }
  | ({ readonly kind: 'failed'; readonly slot: string } & Why);

export type Opened =
  | { readonly kind: 'opened'; readonly answers: Answers }
  | ({ readonly kind: 'failed' } & Why);

/** Logs in where the provider wants that. The answers come back with the token in them; keep them in memory only. */
export async function openRegistration(
  registration: Registration,
  answers: Answers,
  port: CallPort,
): Promise<Opened> {
  const missing = registration.asks.filter(({ name, optional }) => !optional && !answers[name]);
  if (missing.length > 0) {
    const { message } = says('still-to-say', { missing: missing.map((ask) => ask.says).join('; ') });
    const { parts } = says('still-to-say', { missing: missing.map(({ name }) => name).join(', ') });
    return { kind: 'failed', message, parts };
  }
  const { login } = registration;
  if (!login) return { kind: 'opened', answers };
  const made = await make(registration, answers, port, login.call(answers));
  if (made.kind === 'failed') return made;
  const token = login.token(made.body);
  if (token === undefined) return { kind: 'failed', ...says('login-tokenless') };
  return { kind: 'opened', answers: { ...answers, [login.name]: token } };
}

/** What is set now, for the question before the first change. */
export async function readSlot(registration: Registration, slot: Slot, answers: Answers, port: CallPort) {
  const made = await make(registration, answers, port, slot.read(answers));
  if (made.kind === 'failed') return made;
  const setting = slot.current(made.body);
  if (!setting) return { kind: 'failed' as const, ...says('answer-shape') };
  return { kind: 'read' as const, setting };
}

/**
 * Points one place at the URL and reads it back. `saved`: what an earlier call (or an earlier run) stored;
 * then the original setting stays the one to go back to, and a place that is no longer ours is left alone.
 */
export async function pointSlot(
  registration: Registration,
  slot: Slot,
  answers: Answers,
  port: CallPort,
  url: string,
  saved?: SavedSetting,
): Promise<SlotResult> {
  const failed = (what: Why): SlotResult => ({ kind: 'failed', slot: slot.name, ...why(what) });
  const now = await readSlot(registration, slot, answers, port);
  if (now.kind === 'failed') return failed(now);
  if (saved && now.setting.url !== saved.ours)
    return { kind: 'not-ours', slot: slot.name, url: now.setting.url };
  const before = saved?.before ?? now.setting;
  const made = await make(registration, answers, port, slot.point(answers, url, now.setting));
  if (made.kind === 'failed') return failed(made);
  const after = await readSlot(registration, slot, answers, port);
  if (after.kind === 'failed') return failed(after);
  if (after.setting.url !== url) return failed(says('not-shown'));
  const secret = slot.secretIn?.(made.body);
  const result = { kind: 'pointed' as const, slot: slot.name, saved: { slot: slot.name, before, ours: url } };
  return secret === undefined ? result : { ...result, secret };
}

/** Puts back what was there, if what is there is still ours. */
export async function restoreSlot(
  registration: Registration,
  slot: Slot,
  answers: Answers,
  port: CallPort,
  saved: SavedSetting,
): Promise<SlotResult> {
  const failed = (what: Why): SlotResult => ({ kind: 'failed', slot: slot.name, ...why(what) });
  const now = await readSlot(registration, slot, answers, port);
  if (now.kind === 'failed') return failed(now);
  if (now.setting.url !== saved.ours) return { kind: 'not-ours', slot: slot.name, url: now.setting.url };
  const call = slot.restore(answers, saved.before);
  if (!call) {
    const { message, parts } = says('not-put-back');
    const { cannotRestore } = slot;
    const reason = cannotRestore === undefined ? { reason: message, parts } : { reason: cannotRestore };
    return { kind: 'left', slot: slot.name, ...reason };
  }
  const made = await make(registration, answers, port, call);
  if (made.kind === 'failed') return failed(made);
  return { kind: 'restored', slot: slot.name, url: saved.before.url };
}

async function make(registration: Registration, answers: Answers, port: CallPort, call: Call) {
  const response = await port(call);
  const mask = (text: string): string =>
    secretTexts(registration, answers).reduce((masked, secret) => masked.replaceAll(secret, '…'), text);
  if (response.kind === 'failed') return { kind: 'failed' as const, ...masked(response, mask) };
  const { statusCode, body } = response;
  if (statusCode >= 200 && statusCode < 300) return { kind: 'made' as const, body };
  const said = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  const values = {
    call: mask(`${call.method} ${call.path}`).slice(0, 200),
    status: String(statusCode),
    said: mask(said).slice(0, 300),
  };
  const names = statusCode === 401 || statusCode === 403 ? credentialNames(registration) : '';
  const answered = names === '' ? says('call-answered', values) : says('call-refused', { names, ...values });
  return { kind: 'failed' as const, ...answered };
}

const credentialNames = ({ asks }: Registration): string =>
  asks
    .filter(({ secret, environment }) => secret || environment !== undefined)
    .map(({ name, environment = name }) => environment)
    .join(', ');

const masked = ({ message, parts }: Why, mask: (text: string) => string): Why => ({
  message: mask(message),
  ...(parts && {
    parts: parts.map(({ code, values = {} }) => ({
      code,
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, mask(value)])),
    })),
  }),
});
