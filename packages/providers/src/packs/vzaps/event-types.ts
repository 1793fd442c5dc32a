import type { EventType } from '../../pack.ts';

const docs = 'https://docs.vzaps.com/en/api-reference/configure-webhook-post';

/** Exact names of the API reference. `All` can be subscribed to and is never the type of an event. */
export const vzapsEventTypes: readonly EventType[] = [
  { name: 'Message', says: 'A message came in or went out.', docs },
  {
    name: 'ReadReceipt',
    says: 'A message was delivered or read; state says which (Delivered, Read, ReadSelf).',
    docs,
  },
  { name: 'Connected', says: 'The instance is connected to WhatsApp.', docs },
  { name: 'Disconnected', says: 'The instance lost WhatsApp.', docs },
  { name: 'Presence', says: 'A contact is online or away.', docs },
  { name: 'ChatPresence', says: 'Somebody is typing or recording in a chat.', docs },
  { name: 'HistorySync', says: 'Older messages were loaded after a connection.', docs },
  { name: 'GroupParticipantsAdd', says: 'Somebody joined a group.', docs },
  { name: 'GroupParticipantsRemove', says: 'Somebody left a group.', docs },
];

export const vzapsTypeNames: ReadonlySet<string> = new Set(vzapsEventTypes.map(({ name }) => name));
