import type { Answers, Call, Registration, Setting, Slot } from './registration.ts';
import { secretTexts } from './registration.ts';

/** The port to HTTP. `failed`: there was no response. Bodies are parsed JSON, or the text where it is none. */
export type CallPort = (
  call: Call,
) => Promise<
  | { readonly kind: 'responded'; readonly statusCode: number; readonly body: unknown }
  | { readonly kind: 'failed'; readonly message: string }
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
  | { readonly kind: 'left'; readonly slot: string; readonly reason: string }
  | { readonly kind: 'failed'; readonly slot: string; readonly message: string };

export type Opened =
  | { readonly kind: 'opened'; readonly answers: Answers }
  | { readonly kind: 'failed'; readonly message: string };

/** Logs in where the provider wants that. The answers come back with the token in them; keep them in memory only. */
export async function openRegistration(
  registration: Registration,
  answers: Answers,
  port: CallPort,
): Promise<Opened> {
  const missing = registration.asks.filter(({ name, optional }) => !optional && !answers[name]);
  if (missing.length > 0) {
    return { kind: 'failed', message: `Still to be said: ${missing.map(({ says }) => says).join('; ')}.` };
  }
  const { login } = registration;
  if (!login) return { kind: 'opened', answers };
  const made = await make(registration, answers, port, login.call(answers));
  if (made.kind === 'failed') return made;
  const token = login.token(made.body);
  if (token === undefined) return { kind: 'failed', message: 'The login answered without a token.' };
  return { kind: 'opened', answers: { ...answers, [login.name]: token } };
}

/** What is set now, for the question before the first change. */
export async function readSlot(registration: Registration, slot: Slot, answers: Answers, port: CallPort) {
  const made = await make(registration, answers, port, slot.read(answers));
  if (made.kind === 'failed') return made;
  const setting = slot.current(made.body);
  if (!setting) return { kind: 'failed' as const, message: 'The answer is not of the documented shape.' };
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
  const failed = (message: string): SlotResult => ({ kind: 'failed', slot: slot.name, message });
  const now = await readSlot(registration, slot, answers, port);
  if (now.kind === 'failed') return failed(now.message);
  if (saved && now.setting.url !== saved.ours)
    return { kind: 'not-ours', slot: slot.name, url: now.setting.url };
  const before = saved?.before ?? now.setting;
  const made = await make(registration, answers, port, slot.point(answers, url, now.setting));
  if (made.kind === 'failed') return failed(made.message);
  const after = await readSlot(registration, slot, answers, port);
  if (after.kind === 'failed') return failed(after.message);
  if (after.setting.url !== url) return failed('The provider accepted the URL and does not show it.');
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
  const failed = (message: string): SlotResult => ({ kind: 'failed', slot: slot.name, message });
  const now = await readSlot(registration, slot, answers, port);
  if (now.kind === 'failed') return failed(now.message);
  if (now.setting.url !== saved.ours) return { kind: 'not-ours', slot: slot.name, url: now.setting.url };
  const call = slot.restore(answers, saved.before);
  if (!call) return { kind: 'left', slot: slot.name, reason: slot.cannotRestore ?? 'It cannot be put back.' };
  const made = await make(registration, answers, port, call);
  if (made.kind === 'failed') return failed(made.message);
  return { kind: 'restored', slot: slot.name, url: saved.before.url };
}

async function make(registration: Registration, answers: Answers, port: CallPort, call: Call) {
  const response = await port(call);
  const mask = (text: string): string =>
    secretTexts(registration, answers).reduce((masked, secret) => masked.replaceAll(secret, '…'), text);
  if (response.kind === 'failed') return { kind: 'failed' as const, message: mask(response.message) };
  const { statusCode, body } = response;
  if (statusCode >= 200 && statusCode < 300) return { kind: 'made' as const, body };
  const said = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  return {
    kind: 'failed' as const,
    message: mask(`${call.method} ${call.path} was answered ${statusCode}: ${said}`).slice(0, 500),
  };
}
