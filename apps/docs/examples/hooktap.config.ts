import { defineConfig } from 'hooktap';

// Secrets are better in the environment: HOOKTAP_SECRET_ZAVU=whsec_…
export default defineConfig({
  endpoints: [
    {
      // Signs, numbers its events, waits 30 s and tries again by itself: the handler's own answer goes back to it.
      name: 'zavu',
      path: '/webhooks/zavu',
      provider: 'zavu',
      target: 'http://localhost:3000/webhooks/zavu',
      reply: 'handler',
      deadline: '30s',
      dedupe: true,
    },
    {
      // Does not sign. One conversation after the other, so that a reply never overtakes its message.
      name: 'vzaps',
      path: '/webhooks/vzaps',
      provider: 'vzaps',
      target: 'http://localhost:3000/webhooks/vzaps',
      reply: 'ack',
      retry: { exponential: { initial: '1s', factor: 3, max: '5m', attempts: 6 } },
      order: { key: 'body.event.info.chat' },
    },
    {
      // Neither signs nor documents retries: what comes while the handler is down is kept and delivered later.
      name: 'zapi',
      path: '/webhooks/zapi',
      provider: 'zapi',
      target: 'http://localhost:3000/webhooks/zapi',
      reply: 'ack',
      retry: { schedule: ['1s', '10s', '1m', '5m'] },
      hold: true,
      filter: '-type:PresenceChatCallback',
    },
  ],
});
