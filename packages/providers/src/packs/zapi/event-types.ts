import type { EventType } from '../../pack.ts';

const page = (name: string): string => `https://developer.z-api.io/webhooks/${name}`;

/** Told apart by `type`, compared without case: a table of the docs writes `ReceivedCallBack`. */
export const zapiEventTypes: readonly EventType[] = [
  {
    name: 'ReceivedCallback',
    says: 'A message came in, or you sent one; system notices too (notification).',
    docs: page('on-message-received'),
  },
  {
    name: 'DeliveryCallback',
    says: 'A message left through Z-API, or could not (error).',
    docs: page('on-message-send'),
  },
  {
    name: 'MessageStatusCallback',
    says: 'Messages moved on: SENT, RECEIVED, READ, READ_BY_ME, PLAYED.',
    docs: page('on-whatsapp-message-status-changes'),
  },
  {
    name: 'PresenceChatCallback',
    says: 'Somebody is in a chat, away, typing or recording.',
    docs: page('on-chat-presence'),
  },
  {
    name: 'ConnectedCallback',
    says: 'The instance is connected to WhatsApp.',
    docs: page('on-webhook-connected'),
  },
  {
    name: 'DisconnectedCallback',
    says: 'The instance lost WhatsApp; error says why.',
    docs: page('on-whatsapp-disconnected'),
  },
];

const spellings = new Map(zapiEventTypes.map(({ name }) => [name.toLowerCase(), name]));

/** The name as the samples spell it; undefined for what is none of Z-API's. */
export const zapiEventType = (written: string | undefined): string | undefined =>
  written === undefined ? undefined : spellings.get(written.toLowerCase());
