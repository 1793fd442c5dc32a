import type { ProviderPack } from '../../pack.ts';
import { epochMs, firstTextAt, joinParts, numberAt, textAt, threadKey, valueAt } from '../../payload.ts';
import type { PayloadReading, ReadableRequest } from '../../reading.ts';
import { telegramRegistration } from './registration.ts';
import { telegramEventTypes, telegramSamples, telegramUpdateKinds } from './samples.ts';
import { telegramToken } from './signature.ts';

export const telegram: ProviderPack = {
  name: 'telegram',
  title: 'Telegram Bot API',
  docs: [{ title: 'Updates by webhook', url: 'https://core.telegram.org/bots/api#setwebhook' }],
  facts: [
    {
      about: 'signature',
      certainty: 'verified',
      says: 'None: a header repeats the secret_token given to setWebhook. It covers neither body nor time.',
    },
    {
      about: 'retries',
      certainty: 'unknown',
      says: 'Telegram tries again "a reasonable amount of attempts" after an answer that is not 2xx; how often and when is not published.',
    },
  ],
  recognise(head) {
    if (head.header('x-telegram-bot-api-secret-token') !== undefined) {
      return { confidence: 'certain', reason: 'It has the header X-Telegram-Bot-Api-Secret-Token.' };
    }
    const fields = head.fields();
    if (!/^\d+$/.test(fields.get('update_id') ?? '')) return null;
    if (fields.size > 1 && !telegramUpdateKinds.some((kind) => fields.get(kind) === '{')) return null;
    return { confidence: 'likely', reason: 'The body has an update_id and the shape of an Update.' };
  },
  read: readTelegram,
  eventTypes: telegramEventTypes,
  schemes: [telegramToken],
  handshakes: [],
  samples: telegramSamples,
  registration: telegramRegistration,
};

function readTelegram({ json }: ReadableRequest): PayloadReading {
  const kind = telegramUpdateKinds.find((name) => valueAt(json, name) !== undefined);
  if (kind === undefined) return { providerEventId: textAt(json, 'update_id') };
  const chat = firstTextAt(json, [`${kind}.chat.id`, `${kind}.message.chat.id`]);
  const message = firstTextAt(json, [`${kind}.message_id`, `${kind}.message.message_id`]);
  const text = firstTextAt(json, [
    `${kind}.text`,
    `${kind}.caption`,
    `${kind}.data`,
    `${kind}.query`,
    `${kind}.question`,
  ]);
  return {
    eventType: kind,
    providerEventId: textAt(json, 'update_id'),
    subject: joinParts(
      text,
      firstTextAt(json, [`${kind}.from.username`, `${kind}.from.first_name`, `${kind}.chat.title`]),
    ),
    threadKeys: [
      ...threadKey('chat', chat),
      ...(chat && message ? threadKey('message', `${chat}:${message}`) : []),
    ],
    status: firstTextAt(json, [`${kind}.new_chat_member.status`]),
    providerTimeMs: epochMs(numberAt(json, `${kind}.edit_date`) ?? numberAt(json, `${kind}.date`)),
  };
}
