import type { EventType } from '../../pack.ts';
import type { Fresh } from '../../samples/fresh.ts';
import type { Sample } from '../../samples/sample.ts';

type Fields = Record<string, unknown>;
type Build = (fresh: Fresh) => Fields;

const from = (fresh: Fresh): Fields => ({
  id: Number(fresh.same('user', () => fresh.digits(9))),
  is_bot: false,
  first_name: 'Ana',
  last_name: 'Souza',
  username: 'anasouza',
  language_code: 'pt-br',
});
const chat = (fresh: Fresh): Fields => ({
  id: Number(fresh.same('user', () => fresh.digits(9))),
  type: 'private',
  first_name: 'Ana',
  last_name: 'Souza',
  username: 'anasouza',
});
const seconds = (fresh: Fresh): number => Math.floor(fresh.now / 1000);
const message = (fresh: Fresh, text: string): Fields => ({
  message_id: Number(fresh.same('message', () => fresh.digits(4))),
  from: from(fresh),
  chat: chat(fresh),
  date: seconds(fresh),
  text,
});

const builds: readonly (readonly [kind: string, says: string, build: Build | null])[] = [
  ['message', 'Somebody wrote to the bot.', (fresh) => message(fresh, 'Oi, meu pedido já saiu? 🙂')],
  [
    'edited_message',
    'Somebody changed a message.',
    (fresh) => ({ ...message(fresh, 'Oi, meu pedido 1042 já saiu?'), edit_date: seconds(fresh) }),
  ],
  [
    'channel_post',
    'A post in a channel of the bot.',
    (fresh) => ({
      message_id: Number(fresh.digits(4)),
      chat: { id: -1001234567890, type: 'channel', title: 'Loja Aurora' },
      date: seconds(fresh),
      text: 'Promoção de hoje',
    }),
  ],
  ['edited_channel_post', 'A post in a channel was changed.', null],
  [
    'callback_query',
    'Somebody pressed a button under a message.',
    (fresh) => ({
      id: fresh.digits(18),
      from: from(fresh),
      message: message(fresh, 'Confirma?'),
      chat_instance: fresh.digits(18),
      data: 'confirm:1042',
    }),
  ],
  [
    'inline_query',
    'Somebody typed the bot’s name and a question.',
    (fresh) => ({ id: fresh.digits(18), from: from(fresh), query: 'café', offset: '' }),
  ],
  ['chosen_inline_result', 'Somebody chose one of the bot’s answers.', null],
  ['shipping_query', 'A buyer’s address is there and wants a price.', null],
  [
    'pre_checkout_query',
    'A buyer is about to pay.',
    (fresh) => ({
      id: fresh.digits(18),
      from: from(fresh),
      currency: 'BRL',
      total_amount: 4990,
      invoice_payload: 'order-1042',
    }),
  ],
  ['poll', 'A poll of the bot changed.', null],
  ['poll_answer', 'Somebody voted in a poll.', null],
  [
    'my_chat_member',
    'The bot’s own standing in a chat changed.',
    (fresh) => ({
      chat: chat(fresh),
      from: from(fresh),
      date: seconds(fresh),
      old_chat_member: { user: { id: 1, is_bot: true, first_name: 'Loja' }, status: 'member' },
      new_chat_member: { user: { id: 1, is_bot: true, first_name: 'Loja' }, status: 'kicked' },
    }),
  ],
  ['chat_member', 'Somebody’s standing in a chat changed.', null],
  ['chat_join_request', 'Somebody asks to join a chat.', null],
  ['message_reaction', 'Somebody reacted to a message.', null],
  ['message_reaction_count', 'Reactions without names changed.', null],
  ['business_message', 'A message to a business account that the bot is tied to.', null],
];

export const telegramUpdateKinds: readonly string[] = builds.map(([kind]) => kind);

export const telegramEventTypes: readonly EventType[] = builds.map(([name, says]) => ({
  name,
  says,
  docs: 'https://core.telegram.org/bots/api#update',
}));

export const telegramSamples: readonly Sample[] = builds.flatMap(([kind, , build]) =>
  build
    ? [
        {
          eventType: kind,
          build: (fresh: Fresh) => ({
            headers: [['Content-Type', 'application/json']] as const,
            body: {
              kind: 'json' as const,
              value: { update_id: Number(fresh.digits(9)), [kind]: build(fresh) },
            },
          }),
          optional:
            kind === 'message'
              ? {
                  message: {
                    caption: 'x',
                    photo: [{ file_id: 'x', width: 1, height: 1 }],
                    reply_to_message: { message_id: 1 },
                  },
                }
              : {},
        },
      ]
    : [],
);
