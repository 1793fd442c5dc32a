import { expect, it } from 'vitest';
import { createCatalog } from './catalog.ts';
import type { ProviderPack } from './pack.ts';

const { packs } = createCatalog();
const order = [
  'zavu',
  'vzaps',
  'zapi',
  'github',
  'stripe',
  'slack',
  'twilio',
  'shopify',
  'svix',
  'standard-webhooks',
  'meta',
  'telegram',
];

const yes = (whether: boolean, otherwise = '–'): string => (whether ? 'yes' : otherwise);

function row(pack: ProviderPack): string {
  const signed = pack.schemes.length > 0;
  const sampled = new Set(pack.samples.map(({ eventType }) => eventType)).size;
  return `| ${[
    pack.title,
    'yes',
    signed ? pack.schemes.map(({ name }) => `\`${name}\``).join(' ') : 'none documented',
    yes(signed, 'nothing to explain'),
    yes(signed, 'nothing to sign'),
    `${sampled} of ${pack.eventTypes.length} types, ${pack.samples.length} samples`,
    pack.handshakes.map(({ title }) => title).join(', ') || '–',
    yes(pack.registration !== undefined),
  ].join(' | ')} |`;
}

function section(pack: ProviderPack): string {
  const { retry } = pack;
  const wait = (ms: number): string =>
    ms < 60_000 ? `${ms / 1000} s` : ms < 3_600_000 ? `${ms / 60_000} min` : `${ms / 3_600_000} h`;
  const again = retry?.scheduleMs
    ? retry.scheduleMs.length === 0
      ? 'It does not try again by itself'
      : `It tries again after ${retry.scheduleMs.map(wait).join(', ')}`
    : 'When it tries again is not known';
  const deadline = retry?.deadlineMs
    ? `it waits ${wait(retry.deadlineMs)} for an answer`
    : 'how long it waits for an answer is not known';
  const types = pack.eventTypes.map(({ name, says, certainty }) => {
    const sampled = pack.samples.some(({ eventType }) => eventType === name);
    return `| \`${name}\` | ${says}${certainty ? ` (${certainty})` : ''} | ${yes(sampled)} |`;
  });
  return [
    `## ${pack.title} (\`${pack.name}\`)`,
    '',
    pack.docs
      .map(({ title, url, language }) => `[${title}${language ? ` (${language})` : ''}](${url})`)
      .join(' · '),
    '',
    `${again}; ${deadline}.${retry ? ` (${retry.certainty}; ${retry.source})${retry.note ? ` ${retry.note}` : ''}` : ''}`,
    '',
    ...pack.facts.map(({ about, certainty, says }) => `- **${about}** (${certainty}): ${says}`),
    '',
    '| event type | says | triggered |',
    '|---|---|---|',
    ...types,
    '',
  ].join('\n');
}

/** A pack that is new comes last. */
const placeOf = ({ name }: { readonly name: string }): number =>
  order.includes(name) ? order.indexOf(name) : order.length;
const listed = packs.toSorted((a, b) => placeOf(a) - placeOf(b));

/** `npx vitest run packages/providers -u` writes the page; without it the page must be up to date. */
it('the page of providers says what the packs do', async () => {
  const page = [
    '# Providers',
    '',
    '<!-- Written by packages/providers/src/provider-table.test.ts (vitest -u). Do not edit by hand. -->',
    '',
    'What Hooktap knows of each provider. *Verified* facts are from the provider’s own documentation or code, *observed* ones from the code of others; what is *unknown* was looked for and not found.',
    '',
    '| provider | recognised | verified | explained | signed | triggered | handshake | registered |',
    '|---|---|---|---|---|---|---|---|',
    ...listed.map(row),
    '',
    'Endpoints can ask for these handshakes by name, whatever the provider: `twitter-crc`, `zoom`, `get-200`. What a sender wants signed (`crc_token`, `plainToken`) has to be a plain word, so that the answer is no signature for a body.',
    '',
    'Every cell that says yes is exercised by a test: recognition on each sample and on the 64 documented shapes of Z-API; signatures against vectors that the providers publish or the `openssl` command printed, and against the official npm verifiers of Stripe, GitHub, Slack, Svix, Standard Webhooks and Twilio; explanations on more than thirty mistakes of twelve classes; registration against stand-ins that speak the documented APIs.',
    '',
    ...listed.map(section),
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../../../apps/docs/providers.md');
});
