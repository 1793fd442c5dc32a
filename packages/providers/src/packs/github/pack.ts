import type { ProviderPack } from '../../pack.ts';
import { firstTextAt, joinParts, textAt, threadKey } from '../../payload.ts';
import type { PayloadReading, ReadableRequest } from '../../reading.ts';
import { retrySchedules } from '../../retry-schedules.ts';
import { bodyHmacScheme } from '../../signature/hmac-scheme.ts';
import { githubRegistration } from './registration.ts';
import { githubEventTypes, githubSamples } from './samples.ts';

const docs = 'https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries';

export const github: ProviderPack = {
  name: 'github',
  title: 'GitHub',
  docs: [
    { title: 'Validating deliveries', url: docs },
    { title: 'Events and payloads', url: 'https://docs.github.com/en/webhooks/webhook-events-and-payloads' },
  ],
  facts: [
    {
      about: 'content type',
      certainty: 'observed',
      says: 'A webhook set to application/x-www-form-urlencoded sends the JSON in the field payload; the signature covers the form as sent.',
    },
    {
      about: 'X-Hub-Signature',
      certainty: 'observed',
      says: 'The older SHA-1 header still comes; only X-Hub-Signature-256 is checked here.',
    },
  ],
  retry: {
    scheduleMs: retrySchedules.github,
    deadlineMs: 10_000,
    certainty: 'verified',
    source: 'https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries',
    note: 'GitHub does not try again by itself; failed deliveries can be redelivered by hand or by its API.',
  },
  recognise(head) {
    if (head.header('x-github-event') === undefined && head.header('x-github-delivery') === undefined)
      return null;
    return { confidence: 'certain', reason: 'It has an X-GitHub-… header.' };
  },
  read: readGithub,
  eventTypes: githubEventTypes,
  schemes: [
    bodyHmacScheme({
      name: 'github-sha256',
      title: 'GitHub X-Hub-Signature-256',
      docs,
      header: 'X-Hub-Signature-256',
      prefix: 'sha256=',
      encoding: 'hex',
    }),
  ],
  handshakes: [],
  samples: githubSamples,
  registration: githubRegistration,
};

function readGithub({ json, form, header }: ReadableRequest): PayloadReading {
  const payload = json ?? payloadField(form);
  const event = header('x-github-event');
  const action = textAt(payload, 'action');
  const number = firstTextAt(payload, ['pull_request.number', 'issue.number', 'number']);
  const repository = textAt(payload, 'repository.full_name');
  const about = firstTextAt(payload, [
    'pull_request.title',
    'issue.title',
    'head_commit.message',
    'release.tag_name',
    'workflow_run.name',
    'check_run.name',
    'ref',
    'zen',
  ]);
  return {
    eventType: event && action ? `${event}.${action}` : event,
    providerEventId: header('x-github-delivery'),
    subject: joinParts(repository, number && `#${number}`, about?.split('\n')[0]),
    threadKeys: repository && number ? threadKey('issue', `${repository}#${number}`) : [],
    status: firstTextAt(payload, [
      'workflow_run.conclusion',
      'workflow_run.status',
      'check_run.status',
      'state',
    ]),
  };
}

function payloadField(form: URLSearchParams | undefined): unknown {
  const text = form?.get('payload');
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
