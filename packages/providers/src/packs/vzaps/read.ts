import {
  epochMs,
  firstTextAt,
  joinParts,
  numberAt,
  textAt,
  textsAt,
  threadKey,
  valueAt,
} from '../../payload.ts';
import type { PayloadReading, ReadableRequest } from '../../reading.ts';

/** Where the inside of an event was seen, by others' code: no single one of them is documented. */
const insides = ['event', 'json_data', 'data.event', 'data', 'payload', 'body'];

/** The inside of the event, which some write as a JSON text. */
function inside(json: unknown): unknown {
  for (const path of insides) {
    const value = valueAt(json, path);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    if (typeof value === 'string' && value.startsWith('{')) {
      try {
        return JSON.parse(value);
      } catch {
        // Not the one: the next place may be.
      }
    }
  }
  return json;
}

const names = ['type', 'event', 'event_type', 'data.type'];

/** Tolerant of every spelling seen: snake_case, camelCase and Go's capitals. */
export function readVzaps({ json, header }: ReadableRequest): PayloadReading {
  const eventType = firstTextAt(json, names);
  const event = inside(json);
  const messageIds = ['message_i_ds', 'MessageIDs', 'message_ids', 'messageIds']
    .map((name) => textsAt(event, name))
    .find((ids) => ids.length > 0);
  const id = firstTextAt(event, ['info.id', 'Info.ID', 'Info.Id', 'info.ID', 'id']);
  const chat = firstTextAt(event, ['info.chat', 'Info.Chat', 'chat', 'Chat']);
  const state = firstTextAt(event, ['state', 'State']) ?? textAt(json, 'state');
  return {
    eventType,
    // The realtime envelope has an id of its own; the webhook's is not documented.
    providerEventId: textAt(json, 'id')?.startsWith('evt_') ? textAt(json, 'id') : undefined,
    // What concerns no message concerns the instance; where it is named was seen in others' code.
    subject: subjectOf(event, chat, state) ?? header('x-instance-id') ?? textAt(json, 'instance_id'),
    threadKeys: [
      ...(messageIds ?? (id === undefined ? [] : [id])).flatMap((one) => threadKey('message', one)),
      ...threadKey('chat', chat),
    ],
    status: state?.toLowerCase() ?? (eventType === 'Message' ? 'message' : undefined),
    providerTimeMs: timeOf(event, json),
  };
}

function subjectOf(event: unknown, chat: string | undefined, state: string | undefined): string | undefined {
  const sender = firstTextAt(event, ['info.push_name', 'Info.PushName', 'info.sender', 'Info.Sender']);
  const message = valueAt(event, 'message') ?? valueAt(event, 'Message');
  const text = firstTextAt(message, [
    'conversation',
    'extendedTextMessage.text',
    'extended_text_message.text',
    'imageMessage.caption',
    'image_message.caption',
  ]);
  return joinParts(state, text ?? kindOf(message), sender ?? chat);
}

const kinds = ['image', 'video', 'audio', 'document', 'sticker', 'location', 'contact', 'reaction'];

function kindOf(message: unknown): string | undefined {
  const kind = kinds.find(
    (name) =>
      valueAt(message, `${name}Message`) !== undefined || valueAt(message, `${name}_message`) !== undefined,
  );
  return kind && `[${kind}]`;
}

function timeOf(event: unknown, json: unknown): number | undefined {
  for (const [root, path] of [
    [event, 'info.timestamp'],
    [event, 'Info.Timestamp'],
    [event, 'timestamp'],
    [event, 'Timestamp'],
    [json, 'created_at'],
  ] as const) {
    const number = epochMs(numberAt(root, path));
    if (number !== undefined) return number;
    const parsed = Date.parse(textAt(root, path) ?? '');
    if (!Number.isNaN(parsed)) return parsed;
  }
  return undefined;
}
