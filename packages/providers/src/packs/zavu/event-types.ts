import type { EventType } from '../../pack.ts';

const docs = 'https://docs.zavu.dev/guides/receiving-messages/events';

/** The names in the `WebhookEvent` type of `@zavudev/sdk` 0.57.0, and the older `message.reaction`. */
export const zavuEventTypes: readonly EventType[] = [
  {
    name: 'message.inbound',
    says: 'Somebody wrote to one of your senders; reactions arrive as this too.',
    docs,
  },
  { name: 'message.queued', says: 'Your message was taken in and waits to be sent.', docs },
  { name: 'message.sent', says: 'Your message was handed to the channel.', docs },
  { name: 'message.delivered', says: 'Your message reached the recipient’s device.', docs },
  { name: 'message.read', says: 'The recipient opened your message.', docs },
  {
    name: 'message.failed',
    says: 'Your message could not be delivered; errorCode and errorMessage say why.',
    docs,
  },
  {
    name: 'message.status',
    says: 'In the SDK’s list of events; what it says is not documented.',
    certainty: 'unknown',
  },
  {
    name: 'message.unsupported',
    says: 'A message of a kind that Zavu cannot pass on. Its fields are not documented.',
    docs,
  },
  {
    name: 'message.reaction',
    says: 'Older docs list it; newer ones send reactions as message.inbound.',
    certainty: 'observed',
  },
  { name: 'conversation.new', says: 'The first message of somebody who never wrote before.', docs },
  {
    name: 'broadcast.status_changed',
    says: 'A broadcast moved on (pending_review, approved, rejected, sending, completed, cancelled).',
    docs,
  },
  {
    name: 'template.status_changed',
    says: 'A WhatsApp template moved on (draft, pending, approved, rejected).',
    docs,
  },
  {
    name: 'invitation.status_changed',
    says: 'An invited client connected a channel, or failed to; sent to the project’s webhook.',
    docs,
  },
  { name: 'call.initiated', says: 'A voice call began.', docs },
  { name: 'call.answered', says: 'A voice call was answered.', docs },
  { name: 'call.completed', says: 'A voice call ended; with its duration and cost.', docs },
  { name: 'call.failed', says: 'A voice call did not come about.', docs },
  { name: 'domain.verified', says: 'An e-mail domain was verified. Its fields are not documented.', docs },
  {
    name: 'domain.failed',
    says: 'An e-mail domain could not be verified. Its fields are not documented.',
    docs,
  },
  {
    name: 'agent.tool',
    says: 'An agent called one of your tools (X-Zavu-Tool). The name is Hooktap’s: the body names no type.',
  },
];
