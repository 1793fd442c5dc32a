import { customer, earlier, picture, type ReceivedContent, reference } from './received-content.ts';

/** A poll and its votes. */
export const pollContents: readonly ReceivedContent[] = [
  [
    'poll',
    () => ({
      poll: { question: 'Qual café?', pollMaxOptions: 0, options: [{ name: 'Forte' }, { name: 'Suave' }] },
    }),
  ],
  ['poll-vote', (fresh) => ({ pollVote: { pollMessageId: earlier(fresh), options: [{ name: 'Forte' }] } })],
];

/** What concerns a channel, a chat or a gathering, and how else a message may come. */
export const socialContents: readonly ReceivedContent[] = [
  [
    'newsletter-admin-invite',
    (fresh) => ({
      newsletterAdminInvite: {
        newsletterId: '120363166555745933@newsletter',
        newsletterName: 'Loja Aurora',
        text: 'Quer ser admin do meu canal?',
        inviteExpiration: Math.floor(fresh.now / 1000) + 259_200,
      },
    }),
  ],
  [
    'pin',
    (fresh) => ({
      pinMessage: { action: 'pin', pinDurationInSecs: 604_800, referencedMessage: reference(fresh) },
    }),
  ],
  [
    'event',
    (fresh) => ({
      event: {
        name: 'Degustação',
        description: 'Na loja',
        canceled: false,
        joinLink: 'https://call.example/v1',
        scheduleTime: Math.floor(fresh.now / 1000) + 86_400,
        location: {},
      },
    }),
  ],
  [
    'event-response',
    (fresh) => ({
      eventResponse: {
        response: 'GOING',
        responseFrom: customer,
        time: fresh.now,
        referencedMessage: reference(fresh),
      },
    }),
  ],
  ['waiting', () => ({ waitingMessage: true, viewOnce: true })],
  [
    'status-reply',
    (fresh) => ({
      isStatusReply: true,
      referenceMessageId: earlier(fresh),
      messageExpirationSeconds: 0,
      text: { message: 'Que lindo!' },
      statusImage: { ...picture, mimetype: 'image/jpeg' },
    }),
  ],
  [
    'broadcast',
    () => ({
      broadcast: true,
      messageExpirationSeconds: 0,
      broadcastRecipients: [customer],
      text: { message: 'Promoção de hoje' },
    }),
  ],
  ['sent-by-me', () => ({ fromMe: true, status: 'SENT', text: { message: 'Seu pedido saiu.' } })],
];
