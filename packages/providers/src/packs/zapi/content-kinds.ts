import { firstTextAt, joinParts, textAt, valueAt } from '../../payload.ts';

type Summary = (content: unknown) => string | undefined;

const field =
  (...paths: string[]): Summary =>
  (content) =>
    firstTextAt(content, paths);
const media =
  (kind: string, ...paths: string[]): Summary =>
  (content) =>
    joinParts(`[${kind}]`, firstTextAt(content, paths));

/** Every content key of a ReceivedCallback, and what its one-line summary shows. The first that is there wins. */
const kinds: readonly (readonly [key: string, summary: Summary])[] = [
  ['reaction', (content) => joinParts('[reaction]', textAt(content, 'value'))],
  ['buttonsResponseMessage', field('message')],
  ['listResponseMessage', field('message', 'title')],
  ['buttonsMessage', media('buttons', 'message')],
  ['hydratedTemplate', media('template', 'message')],
  ['pixKeyMessage', media('pix key', 'merchantName')],
  ['carouselMessage', media('carousel', 'text')],
  ['image', media('image', 'caption')],
  ['audio', (content) => joinParts('[audio]', secondsOf(content))],
  ['video', (content) => joinParts('[video]', textAt(content, 'caption') ?? secondsOf(content))],
  ['contact', media('contact', 'displayName')],
  ['document', media('document', 'fileName', 'title')],
  ['location', media('location', 'name', 'address')],
  ['sticker', () => '[sticker]'],
  ['requestPayment', payment('payment request')],
  ['sendPayment', payment('payment')],
  ['product', media('product', 'title')],
  ['order', media('order', 'orderTitle', 'orderId')],
  ['poll', media('poll', 'question')],
  ['pollVote', (content) => joinParts('[poll vote]', textAt(content, 'options.0.name'))],
  ['reviewAndPay', media('review and pay', 'orderStatus')],
  ['reviewOrder', media('order update', 'orderStatus')],
  ['newsletterAdminInvite', media('channel invitation', 'newsletterName')],
  ['pinMessage', (content) => joinParts('[pin]', textAt(content, 'action'))],
  ['event', media('event', 'name')],
  ['eventResponse', media('event response', 'response')],
  ['statusImage', media('status reply', 'caption')],
  ['externalAdReply', media('from an ad', 'title')],
];

function payment(kind: string): Summary {
  return (content) => {
    const value = firstTextAt(content, ['value', 'paymentInfo.value']);
    return joinParts(
      `[${kind}]`,
      value && `${value} ${firstTextAt(content, ['currencyCode', 'paymentInfo.currencyCode']) ?? ''}`.trim(),
    );
  };
}

function secondsOf(content: unknown): string | undefined {
  const seconds = textAt(content, 'seconds');
  return seconds && `${seconds} s`;
}

/** One line on a ReceivedCallback's content; system notices by their name. */
export function contentSummary(json: unknown): string | undefined {
  const notification = textAt(json, 'notification');
  if (notification !== undefined) return notification;
  const text = textAt(json, 'text.message');
  if (text !== undefined) return text;
  for (const [key, summary] of kinds) {
    const content = valueAt(json, key);
    if (typeof content === 'object' && content !== null) return summary(content) ?? `[${key}]`;
  }
  return valueAt(json, 'waitingMessage') === true ? '[waiting for the message]' : undefined;
}
