import { epochMs, firstTextAt, joinParts, numberAt, textAt, textsAt, threadKey } from '../../payload.ts';
import type { PayloadReading, ReadableRequest } from '../../reading.ts';
import { contentSummary } from './content-kinds.ts';
import { zapiEventType } from './event-types.ts';

/** Z-API callbacks. They have no id of their own; `momment` (spelt so) is in ms or in seconds. */
export function readZapi({ json }: ReadableRequest): PayloadReading {
  const written = textAt(json, 'type');
  const eventType = zapiEventType(written) ?? written;
  const phone = textAt(json, 'phone');
  const common: PayloadReading = { eventType, providerTimeMs: epochMs(numberAt(json, 'momment')) };
  const messageId = textAt(json, 'messageId');
  switch (eventType) {
    case 'ReceivedCallback':
      return {
        ...common,
        subject: joinParts(contentSummary(json), firstTextAt(json, ['senderName', 'chatName']) ?? phone),
        threadKeys: [...threadKey('message', messageId), ...referenced(json), ...threadKey('chat', phone)],
        // A status that is about the message itself, not about its delivery: RECEIVED, or SENT by yourself.
        status: textAt(json, 'status')?.toLowerCase(),
      };
    case 'DeliveryCallback': {
      const error = textAt(json, 'error');
      return {
        ...common,
        subject: joinParts(error ? `FAILED: ${error}` : 'SENT', phone),
        threadKeys: [...threadKey('message', messageId), ...threadKey('chat', phone)],
        status: error ? 'failed' : 'sent',
      };
    }
    case 'MessageStatusCallback': {
      const status = textAt(json, 'status');
      const ids = textsAt(json, 'ids');
      return {
        ...common,
        subject: joinParts(status, phone, ids.length > 1 ? `${ids.length} messages` : undefined),
        threadKeys: [...ids.flatMap((id) => threadKey('message', id)), ...threadKey('chat', phone)],
        status: statusWord(status),
      };
    }
    case 'PresenceChatCallback':
      return {
        ...common,
        subject: joinParts(textAt(json, 'status'), phone),
        threadKeys: threadKey('chat', phone),
      };
    default:
      return { ...common, subject: joinParts(textAt(json, 'error'), phone) };
  }
}

/** The message that a reaction, a pin or a vote is about. */
function referenced(json: unknown): string[] {
  const paths = ['reaction', 'pinMessage', 'eventResponse'].map(
    (key) => `${key}.referencedMessage.messageId`,
  );
  return threadKey('message', firstTextAt(json, [...paths, 'pollVote.pollMessageId', 'referenceMessageId']));
}

/** RECEIVED by the other side's device is what everybody else calls delivered. */
function statusWord(status: string | undefined): string | undefined {
  return status === 'RECEIVED' ? 'delivered' : status?.toLowerCase();
}
