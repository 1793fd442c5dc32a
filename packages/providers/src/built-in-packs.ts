import type { ProviderPack } from './pack.ts';
import { github } from './packs/github/pack.ts';
import { meta } from './packs/meta/pack.ts';
import { shopify } from './packs/shopify/pack.ts';
import { slack } from './packs/slack/pack.ts';
import { standardWebhooks } from './packs/standard-webhooks/pack.ts';
import { stripe } from './packs/stripe/pack.ts';
import { svix } from './packs/svix/pack.ts';
import { telegram } from './packs/telegram/pack.ts';
import { twilio } from './packs/twilio/pack.ts';
import { vzaps } from './packs/vzaps/pack.ts';
import { zapi } from './packs/zapi/pack.ts';
import { zavu } from './packs/zavu/pack.ts';

/** Those known by a header of their own first: the rest is looked at only where no header tells. */
export const builtInPacks: readonly ProviderPack[] = [
  zavu,
  stripe,
  github,
  slack,
  twilio,
  shopify,
  svix,
  meta,
  telegram,
  zapi,
  vzaps,
  standardWebhooks,
];
