import { epochMs, firstTextAt, joinParts, numberAt, textAt, threadKey, valueAt } from '../../payload.ts';
import type { PayloadReading, ReadableRequest } from '../../reading.ts';

/** The first change or messaging item tells; batches of several say so in the subject. */
export function readMeta({ json, query }: ReadableRequest): PayloadReading {
  if (query.has('hub.mode'))
    return { eventType: 'hub.challenge', subject: query.get('hub.mode') ?? undefined };
  const object = textAt(json, 'object');
  if (object === 'whatsapp_business_account') return readWhatsapp(json);
  return readMessaging(json, object === 'instagram' ? 'instagram' : 'messenger');
}

function readWhatsapp(json: unknown): PayloadReading {
  const value = valueAt(json, 'entry.0.changes.0.value');
  const field = textAt(json, 'entry.0.changes.0.field');
  const kind = valueAt(value, 'statuses.0') ? 'statuses' : valueAt(value, 'messages.0') ? 'messages' : field;
  const item = valueAt(value, `${kind}.0`);
  const id = textAt(item, 'id');
  const contact = firstTextAt(item, ['from', 'recipient_id']);
  const status = textAt(item, 'status');
  const text = firstTextAt(item, [
    'text.body',
    'button.text',
    'interactive.button_reply.title',
    'interactive.list_reply.title',
    'reaction.emoji',
    'image.caption',
    'document.filename',
  ]);
  const type = textAt(item, 'type');
  const error = joinParts(textAt(item, 'errors.0.code'), textAt(item, 'errors.0.title'));
  return {
    eventType: kind && `whatsapp.${kind}`,
    providerEventId: kind === 'statuses' && id && status ? `${id}:${status}` : id,
    subject: joinParts(
      status?.toUpperCase(),
      error,
      text ?? (type && type !== 'text' ? `[${type}]` : undefined),
      firstTextAt(value, ['contacts.0.profile.name']) ?? contact,
      moreThanOne(json, value, kind),
    ),
    threadKeys: [
      ...threadKey('message', id),
      ...threadKey('message', firstTextAt(item, ['context.id', 'reaction.message_id'])),
      ...threadKey('conversation', textAt(item, 'conversation.id')),
      ...threadKey('chat', contact),
    ],
    status: status ?? (kind === 'messages' ? 'received' : undefined),
    providerTimeMs: epochMs(numberAt(item, 'timestamp')),
  };
}

const messagingKinds = [
  'message',
  'delivery',
  'read',
  'postback',
  'reaction',
  'referral',
  'optin',
  'account_linking',
];

function readMessaging(json: unknown, product: string): PayloadReading {
  const item = valueAt(json, 'entry.0.messaging.0') ?? valueAt(json, 'entry.0.standby.0');
  const kind =
    messagingKinds.find((name) => valueAt(item, name) !== undefined) ??
    textAt(json, 'entry.0.changes.0.field');
  const sender = textAt(item, 'sender.id');
  const id = firstTextAt(item, ['message.mid', 'reaction.mid', 'delivery.mids.0', 'postback.mid']);
  return {
    eventType: kind && `${product}.${kind}`,
    providerEventId: kind === 'message' ? id : undefined,
    subject: joinParts(
      firstTextAt(item, ['message.text', 'postback.title', 'postback.payload', 'reaction.emoji']),
      sender,
    ),
    threadKeys: [...threadKey('message', id), ...threadKey('chat', sender)],
    status: kind === 'delivery' ? 'delivered' : kind === 'read' ? 'read' : undefined,
    providerTimeMs: epochMs(numberAt(item, 'timestamp')),
  };
}

function moreThanOne(json: unknown, value: unknown, kind: string | undefined): string | undefined {
  const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
  const more =
    count(valueAt(json, 'entry')) +
    count(valueAt(json, 'entry.0.changes')) +
    count(valueAt(value, kind ?? '')) -
    3;
  return more > 0 ? `and ${more} more in the batch` : undefined;
}
