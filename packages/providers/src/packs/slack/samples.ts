import type { EventType } from '../../pack.ts';
import type { Fresh } from '../../samples/fresh.ts';
import type { Sample, SampleRequest } from '../../samples/sample.ts';

type Fields = Record<string, unknown>;

const id = (fresh: Fresh, letter: string): string =>
  fresh.same(letter, () => letter + fresh.token(10).toUpperCase());
const stamp = (fresh: Fresh): string => `${Math.floor(fresh.now / 1000)}.${fresh.digits(6)}`;

const events: readonly (readonly [type: string, says: string, build: (fresh: Fresh) => Fields])[] = [
  [
    'message',
    'A message in a channel that the app is in.',
    (fresh) => ({
      channel: id(fresh, 'C'),
      user: id(fresh, 'U'),
      text: 'Bom dia! 🙂',
      ts: stamp(fresh),
      event_ts: stamp(fresh),
      channel_type: 'channel',
    }),
  ],
  [
    'app_mention',
    'Somebody named the app.',
    (fresh) => ({
      channel: id(fresh, 'C'),
      user: id(fresh, 'U'),
      text: `<@${id(fresh, 'B')}> me ajuda?`,
      ts: stamp(fresh),
      event_ts: stamp(fresh),
    }),
  ],
  [
    'reaction_added',
    'Somebody reacted to a message.',
    (fresh) => ({
      user: id(fresh, 'U'),
      reaction: 'thumbsup',
      item: { type: 'message', channel: id(fresh, 'C'), ts: stamp(fresh) },
      item_user: id(fresh, 'U'),
      event_ts: stamp(fresh),
    }),
  ],
  [
    'member_joined_channel',
    'Somebody joined a channel.',
    (fresh) => ({
      user: id(fresh, 'U'),
      channel: id(fresh, 'C'),
      channel_type: 'C',
      team: id(fresh, 'T'),
      event_ts: stamp(fresh),
    }),
  ],
  [
    'app_home_opened',
    'Somebody opened the app’s home.',
    (fresh) => ({ user: id(fresh, 'U'), channel: id(fresh, 'D'), tab: 'home', event_ts: stamp(fresh) }),
  ],
];

export const slackEventTypes: readonly EventType[] = [
  ...events.map(([name, says]) => ({ name, says, docs: `https://docs.slack.dev/reference/events/${name}` })),
  {
    name: 'url_verification',
    says: 'Slack tests the URL; it wants the challenge back.',
    docs: 'https://docs.slack.dev/reference/events/url_verification',
  },
  {
    name: 'slash_command',
    says: 'Somebody used a slash command (a form; the name is Hooktap’s).',
    docs: 'https://docs.slack.dev/interactivity/implementing-slash-commands',
  },
  {
    name: 'block_actions',
    says: 'Somebody pressed a button or chose from a menu (a form).',
    docs: 'https://docs.slack.dev/reference/interaction-payloads/block_actions-payload',
  },
];

const headers = (contentType: string): SampleRequest['headers'] => [
  ['User-Agent', 'Slackbot 1.0 (+https://api.slack.com/robots)'],
  ['Accept', '*/*'],
  ['Content-Type', contentType],
];

const eventSample = (type: string, build: (fresh: Fresh) => Fields): Sample => ({
  eventType: type,
  build: (fresh) => ({
    headers: headers('application/json'),
    body: {
      kind: 'json',
      value: {
        token: fresh.token(24),
        team_id: id(fresh, 'T'),
        api_app_id: id(fresh, 'A'),
        event: { type, ...build(fresh) },
        type: 'event_callback',
        event_id: `Ev${fresh.token(9).toUpperCase()}`,
        event_time: Math.floor(fresh.now / 1000),
        authorizations: [
          { enterprise_id: null, team_id: id(fresh, 'T'), user_id: id(fresh, 'U'), is_bot: true },
        ],
        is_ext_shared_channel: false,
      },
    },
  }),
  optional: { event: { thread_ts: 'x', subtype: 'x', client_msg_id: 'x' }, event_context: 'x' },
});

export const slackSamples: readonly Sample[] = [
  ...events.map(([type, , build]) => eventSample(type, build)),
  {
    eventType: 'url_verification',
    build: (fresh) => ({
      headers: headers('application/json'),
      body: {
        kind: 'json',
        value: { token: fresh.token(24), challenge: fresh.token(52), type: 'url_verification' },
      },
    }),
  },
  {
    eventType: 'slash_command',
    build: (fresh) => ({
      headers: headers('application/x-www-form-urlencoded'),
      body: {
        kind: 'form',
        fields: {
          token: fresh.token(24),
          team_id: id(fresh, 'T'),
          team_domain: 'aurora',
          channel_id: id(fresh, 'C'),
          channel_name: 'geral',
          user_id: id(fresh, 'U'),
          user_name: 'ana',
          command: '/pedido',
          text: '1042',
          api_app_id: id(fresh, 'A'),
          response_url: 'https://hooks.slack.example/commands/1',
          trigger_id: `${fresh.digits(12)}.${fresh.digits(12)}`,
        },
      },
    }),
  },
  {
    eventType: 'block_actions',
    build: (fresh) => ({
      headers: headers('application/x-www-form-urlencoded'),
      body: {
        kind: 'form',
        fields: {
          payload: JSON.stringify({
            type: 'block_actions',
            user: { id: id(fresh, 'U'), username: 'ana' },
            api_app_id: id(fresh, 'A'),
            team: { id: id(fresh, 'T'), domain: 'aurora' },
            channel: { id: id(fresh, 'C'), name: 'geral' },
            actions: [
              {
                action_id: 'confirm',
                block_id: 'b1',
                type: 'button',
                value: '1042',
                action_ts: stamp(fresh),
              },
            ],
            response_url: 'https://hooks.slack.example/actions/1',
            trigger_id: `${fresh.digits(12)}.${fresh.digits(12)}`,
          }),
        },
      },
    }),
  },
];
