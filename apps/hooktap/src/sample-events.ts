import { createHmac } from 'node:crypto';

/** One webhook as a provider would send it; every value is made up. */
export interface SampleEvent {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Of the demo's two Stripe endpoints; made up like all else. */
export const demoSecrets = { stripe: 'whsec_demo_live', stripeTest: 'whsec_demo_test' } as const;

const json = { 'Content-Type': 'application/json' };

/** As somebody sends it who took the secret of the test endpoint. */
function wronglySigned(seconds: number): SampleEvent {
  const body = {
    id: 'evt_demo_invoice',
    object: 'event',
    type: 'invoice.paid',
    created: seconds,
    livemode: false,
    data: {
      object: {
        id: 'in_demo_3',
        object: 'invoice',
        amount_paid: 4990,
        currency: 'brl',
        status: 'paid',
        customer: 'cus_demo_17',
      },
    },
  };
  const signed = `${seconds}.${JSON.stringify(body)}`;
  const signature = createHmac('sha256', demoSecrets.stripeTest).update(signed).digest('hex');
  return {
    path: '/webhooks/stripe',
    headers: {
      ...json,
      'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      'Stripe-Signature': `t=${seconds},v1=${signature}`,
    },
    body,
  };
}

/**
 * A handful for the demo: the example handler takes most, fails at one, does not know another, and refuses one for its
 * signature.
 */
export function sampleEvents(now: number): readonly SampleEvent[] {
  const seconds = Math.floor(now / 1000);
  return [
    {
      path: '/webhooks/zavu',
      headers: { ...json, 'User-Agent': 'Zavu-Webhook/1.0', 'X-Zavu-Event': 'message.inbound' },
      body: {
        id: `evt_${now}_demo1`,
        type: 'message.inbound',
        timestamp: now,
        senderId: 'snd_bakery',
        projectId: 'prj_demo',
        data: {
          messageId: 'msg_demo_41',
          from: '+5511987650001',
          to: '+551140028922',
          channel: 'whatsapp',
          status: 'received',
          messageType: 'text',
          text: 'Olá! Is the sourdough still warm? 🥖',
          profileName: 'Ana Duarte',
        },
      },
    },
    {
      path: '/webhooks/zavu',
      headers: { ...json, 'User-Agent': 'Zavu-Webhook/1.0', 'X-Zavu-Event': 'message.delivered' },
      body: {
        id: `evt_${now}_demo2`,
        type: 'message.delivered',
        timestamp: now,
        senderId: 'snd_bakery',
        projectId: 'prj_demo',
        data: { messageId: 'msg_demo_42', to: '+5511987650001', channel: 'whatsapp', status: 'delivered' },
      },
    },
    {
      path: '/webhooks/z-api',
      headers: json,
      body: {
        type: 'ReceivedCallback',
        instanceId: '7F31C0DE4B2A4E6FA9D8DEMO00000001',
        messageId: '3EB0DEMO5C2F',
        phone: '5511987650002',
        connectedPhone: '551140028922',
        fromMe: false,
        isGroup: false,
        isStatusReply: false,
        momment: now,
        status: 'RECEIVED',
        chatName: 'Bruno Lima',
        senderName: 'Bruno Lima',
        broadcast: false,
        text: { message: 'Pode guardar dois pães de queijo para mim?' },
      },
    },
    {
      path: '/webhooks/z-api/missing',
      headers: json,
      body: {
        type: 'MessageStatusCallback',
        instanceId: '7F31C0DE4B2A4E6FA9D8DEMO00000001',
        status: 'READ',
        ids: ['3EB0DEMO5C2F'],
        phone: '5511987650002',
        momment: now,
        isGroup: false,
      },
    },
    {
      path: '/webhooks/vzaps',
      headers: json,
      body: {
        type: 'Message',
        event: {
          info: {
            id: '3A0DEMO77',
            chat: '5511987650003@s.whatsapp.net',
            sender: '5511987650003@s.whatsapp.net',
            is_from_me: false,
            push_name: 'Carla Nunes',
            timestamp: new Date(now).toISOString(),
          },
          message: { conversation: 'Do you deliver on Sundays?' },
        },
      },
    },
    {
      path: '/webhooks/payments/fail',
      headers: { ...json, 'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)' },
      body: {
        id: 'evt_demo_payment',
        object: 'event',
        type: 'payment_intent.succeeded',
        created: seconds,
        livemode: false,
        data: {
          object: {
            id: 'pi_demo_9',
            object: 'payment_intent',
            amount: 4250,
            currency: 'brl',
            status: 'succeeded',
            metadata: { order: 'B-1107' },
          },
        },
      },
    },
    wronglySigned(seconds),
  ];
}
