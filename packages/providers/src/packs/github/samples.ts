import type { EventType } from '../../pack.ts';
import type { Fresh } from '../../samples/fresh.ts';
import type { Sample } from '../../samples/sample.ts';

type Fields = Record<string, unknown>;

const user = { login: 'ana-souza', id: 583_231, type: 'User', site_admin: false };
const repository = (fresh: Fresh): Fields => ({
  id: Number(fresh.same('repository', () => fresh.digits(9))),
  name: 'loja',
  full_name: 'aurora/loja',
  private: false,
  owner: { login: 'aurora', id: 9_919, type: 'Organization', site_admin: false },
  html_url: 'https://github.com/aurora/loja',
  default_branch: 'main',
});
const time = (fresh: Fresh): string => new Date(fresh.now).toISOString();
const number = (fresh: Fresh): number => Number(fresh.same('number', () => fresh.digits(3)));
const sha = (fresh: Fresh): string => fresh.same('commit', () => fresh.hex(40));

const issue = (fresh: Fresh): Fields => ({
  id: Number(fresh.digits(9)),
  number: number(fresh),
  title: 'Pedido sem frete',
  state: 'open',
  user,
  body: 'O frete não aparece.',
  labels: [],
  created_at: time(fresh),
});
const pull =
  (state: string, merged: boolean) =>
  (fresh: Fresh): Fields => ({
    action: state === 'open' ? 'opened' : 'closed',
    number: number(fresh),
    pull_request: {
      id: Number(fresh.digits(9)),
      number: number(fresh),
      title: 'Calcula o frete',
      state,
      merged,
      user,
      body: '',
      draft: false,
      head: { ref: 'frete', sha: sha(fresh) },
      base: { ref: 'main', sha: fresh.hex(40) },
      created_at: time(fresh),
    },
  });
const commit = (fresh: Fresh): Fields => ({
  id: sha(fresh),
  message: 'Calcula o frete',
  timestamp: time(fresh),
  author: { name: 'Ana Souza', email: 'ana@example.com' },
  added: [],
  removed: [],
  modified: ['frete.ts'],
});

type Build = (fresh: Fresh) => Fields;
/** The most used events, by `X-GitHub-Event` and `action`; cut to the fields that most handlers read. */
const events: readonly (readonly [event: string, action: string | null, says: string, build: Build])[] = [
  [
    'ping',
    null,
    'A webhook was set up.',
    (fresh) => ({
      zen: 'Keep it logically awesome.',
      hook_id: Number(fresh.digits(9)),
      hook: { type: 'Repository', active: true, events: ['push'] },
    }),
  ],
  [
    'push',
    null,
    'Commits were pushed.',
    (fresh) => ({
      ref: 'refs/heads/main',
      before: fresh.hex(40),
      after: sha(fresh),
      forced: false,
      commits: [commit(fresh)],
      head_commit: commit(fresh),
      pusher: { name: 'ana-souza', email: 'ana@example.com' },
    }),
  ],
  ['pull_request', 'opened', 'A pull request was opened.', pull('open', false)],
  ['pull_request', 'closed', 'A pull request was merged or closed.', pull('closed', true)],
  ['issues', 'opened', 'An issue was opened.', (fresh) => ({ action: 'opened', issue: issue(fresh) })],
  [
    'issue_comment',
    'created',
    'Somebody commented on an issue or pull request.',
    (fresh) => ({
      action: 'created',
      issue: issue(fresh),
      comment: { id: Number(fresh.digits(9)), body: 'Já vou ver.', user, created_at: time(fresh) },
    }),
  ],
  [
    'release',
    'published',
    'A release was published.',
    (fresh) => ({
      action: 'published',
      release: {
        id: Number(fresh.digits(8)),
        tag_name: 'v1.4.0',
        name: '1.4.0',
        draft: false,
        prerelease: false,
        author: user,
        published_at: time(fresh),
      },
    }),
  ],
  [
    'workflow_run',
    'completed',
    'A workflow ended.',
    (fresh) => ({
      action: 'completed',
      workflow_run: {
        id: Number(fresh.digits(10)),
        name: 'Testes',
        head_branch: 'main',
        head_sha: sha(fresh),
        status: 'completed',
        conclusion: 'success',
        event: 'push',
        run_number: 42,
        created_at: time(fresh),
      },
    }),
  ],
  [
    'star',
    'created',
    'Somebody starred the repository.',
    (fresh) => ({ action: 'created', starred_at: time(fresh) }),
  ],
];

const nameOf = (event: string, action: string | null): string => (action ? `${event}.${action}` : event);

export const githubEventTypes: readonly EventType[] = events.map(([event, action, says]) => ({
  name: nameOf(event, action),
  says,
  docs: `https://docs.github.com/en/webhooks/webhook-events-and-payloads#${event}`,
}));

export const githubSamples: readonly Sample[] = events.map(([event, action, , build]) => ({
  eventType: nameOf(event, action),
  build: (fresh) => ({
    headers: [
      ['Accept', '*/*'],
      ['Content-Type', 'application/json'],
      ['User-Agent', `GitHub-Hookshot/${fresh.hex(7)}`],
      ['X-GitHub-Delivery', fresh.uuid()],
      ['X-GitHub-Event', event],
      ['X-GitHub-Hook-ID', fresh.same('hook', () => fresh.digits(9))],
    ],
    body: { kind: 'json', value: { ...build(fresh), repository: repository(fresh), sender: user } },
  }),
  optional: { organization: { login: 'x', id: 1 }, installation: { id: 1 } },
}));
