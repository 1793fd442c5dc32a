/** An image that the browser may be shown: its type by its own bytes, and its size in pixels. */
export interface ImageFacts {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

const starts = (bytes: Uint8Array, at: number, text: string) =>
  [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));

function jpegSize(view: DataView): readonly [number, number] | null {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function webpSize(bytes: Uint8Array, view: DataView): readonly [number, number] | null {
  const u24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (starts(bytes, 12, 'VP8X')) return [u24(24) + 1, u24(27) + 1];
  if (starts(bytes, 12, 'VP8 '))
    return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  if (!starts(bytes, 12, 'VP8L')) return null;
  const bits = view.getUint32(21, true);
  return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
}

/**
 * Only pictures made of pixels (SVG is a document), and only where the size can be read: a few bytes can
 * ask for gigabytes of pixels.
 */
export function imageFacts(bytes: Uint8Array): ImageFacts | null {
  if (bytes.length < 30) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts = (type: ImageFacts['type'], size: readonly [number, number] | null) =>
    size && { type, width: size[0], height: size[1] };
  if (starts(bytes, 0, '\u0089PNG\r\n\u001a\n'))
    return facts('image/png', [view.getUint32(16), view.getUint32(20)]);
  if (starts(bytes, 0, 'GIF8')) return facts('image/gif', [view.getUint16(6, true), view.getUint16(8, true)]);
  if (starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP')) return facts('image/webp', webpSize(bytes, view));
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return facts('image/jpeg', jpegSize(view));
  return null;
}
