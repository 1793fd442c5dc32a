import type { Fresh } from '../../samples/fresh.ts';

export type Fields = Record<string, unknown>;
/** The fields of one content kind, by the name that stands behind the colon: `ReceivedCallback:image`. */
export type ReceivedContent = readonly [variant: string, content: (fresh: Fresh) => Fields];

export const customer = '5511987654321';
export const file = (name: string): string => `https://files.example/${name}`;
export const picture = {
  imageUrl: file('photo.jpeg'),
  thumbnailUrl: file('thumb.jpeg'),
  caption: '',
  mimeType: 'image/jpeg',
  viewOnce: false,
  width: 1080,
  height: 720,
};
export const earlier = (fresh: Fresh): string =>
  fresh.same('sent message', () => fresh.hex(32).toUpperCase());
export const reference = (fresh: Fresh): Fields => ({
  messageId: earlier(fresh),
  fromMe: true,
  phone: customer,
  participant: null,
});
