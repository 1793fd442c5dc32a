import { epochMs, firstTextAt, joinParts, numberAt, textAt, threadKey } from '../../payload.ts';
import type { PayloadReading, ReadableRequest } from '../../reading.ts';

/** Events API (JSON), slash commands (form) and interactions (form with JSON in `payload`). */
export function readSlack({ json, form }: ReadableRequest): PayloadReading {
  if (form) return form.has('payload') ? readInteraction(parsed(form.get('payload'))) : readCommand(form);
  const inner = textAt(json, 'event.type');
  const subtype = textAt(json, 'event.subtype');
  const channel = firstTextAt(json, ['event.channel', 'event.item.channel']);
  const thread = firstTextAt(json, ['event.thread_ts', 'event.item.ts', 'event.ts']);
  return {
    eventType: inner ? joinWith('.', inner, subtype) : textAt(json, 'type'),
    providerEventId: textAt(json, 'event_id'),
    subject: joinParts(
      firstTextAt(json, ['event.text', 'event.reaction']),
      textAt(json, 'event.user'),
      channel,
    ),
    threadKeys: channel && thread ? threadKey('conversation', `${channel}:${thread}`) : [],
    providerTimeMs: epochMs(numberAt(json, 'event_time')),
  };
}

function readCommand(form: URLSearchParams): PayloadReading {
  return {
    eventType: 'slash_command',
    subject: joinParts(
      joinWith(' ', form.get('command') ?? undefined, form.get('text') ?? undefined),
      form.get('user_name') ?? undefined,
    ),
    threadKeys: threadKey('channel', form.get('channel_id') ?? undefined),
  };
}

function readInteraction(payload: unknown): PayloadReading {
  return {
    eventType: textAt(payload, 'type'),
    subject: joinParts(
      firstTextAt(payload, ['actions.0.action_id', 'view.callback_id', 'callback_id']),
      firstTextAt(payload, ['user.username', 'user.name', 'user.id']),
    ),
    threadKeys: threadKey('channel', textAt(payload, 'channel.id')),
  };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

function joinWith(separator: string, ...parts: (string | undefined)[]): string | undefined {
  const present = parts.filter((one) => one !== undefined && one !== '');
  return present.length > 0 ? present.join(separator) : undefined;
}
