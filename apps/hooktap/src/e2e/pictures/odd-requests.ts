import { gzipSync } from 'node:zlib';
import type { EventId } from '@hooktap/protocol';
import { openRawConnection, palettePng } from '@hooktap/testing';
import { requestText } from '../test-support/sending.ts';
import { arrive } from './arrivals.ts';
import type { PictureHooktap } from './picture-hooktap.ts';

const json = [['Content-Type', 'application/json']] as const;

/** A gradient of 64 × 40 pixels. */
function smallPng(): Buffer {
  const [width, height] = [64, 40];
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    data.set([58 + x * 2, 82 + y * 2, 207 - x], pixel * 4);
  }
  return palettePng({ width, height, data });
}

const multipart = [
  '--picture\r\nContent-Disposition: form-data; name="order"\r\n\r\nB-1107',
  '--picture\r\nContent-Disposition: form-data; name="receipt"; filename="receipt.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 …',
  '--picture--\r\n',
].join('\r\n');

const hostile = {
  type: '<img src=x onerror="alert(1)">',
  text: 'invoice\u202egnp.exe \u001b[31mred\u001b[0m',
  big: '@big',
  html: '<script>document.title = 1</script>',
};
/** Numbers that JavaScript cannot hold, a key that is there twice, a lone surrogate. */
const hostileBody = JSON.stringify(hostile)
  .replace('"@big"', '12345678901234567890.12345678901234567890')
  .replace(/}$/, ',"lone":"\\ud800","text":"again"}');

/** The names of requests that are shown for their bodies. */
export type OddRequest = keyof typeof oddRequests;

const oddRequests = {
  withoutBody: { ago: 6010, path: '/webhooks/ping', method: 'GET' },
  unknown: { ago: 6020, path: '/hooks/crm', headers: json, body: '{"kind":"contact","name":"Carla Nunes"}' },
  badJson: {
    ago: 6030,
    path: '/hooks/crm',
    headers: json,
    body: '{\n  "order": "B-1107",\n  "items": [1, 2,, 3]\n}',
  },
  hostile: { ago: 6040, path: '/hooks/crm', headers: json, body: hostileBody },
  form: {
    ago: 6050,
    path: '/hooks/form',
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: 'Body=Ol%C3%A1%2C+tudo+bem%3F&From=whatsapp%3A%2B5511987650001&NumMedia=0',
  },
  multipart: {
    ago: 6060,
    path: '/hooks/form',
    headers: [['Content-Type', 'multipart/form-data; boundary=picture']],
    body: multipart,
  },
  xml: {
    ago: 6070,
    path: '/hooks/xml',
    headers: [['Content-Type', 'application/xml']],
    body: '<?xml version="1.0"?>\n<order id="B-1107">\n  <item count="2">Pão de queijo</item>\n</order>\n',
  },
  image: { ago: 6080, path: '/hooks/picture', headers: [['Content-Type', 'image/png']], body: smallPng() },
  binary: {
    ago: 6090,
    path: '/hooks/bytes',
    headers: [['Content-Type', 'application/octet-stream']],
    body: Buffer.from(Array.from({ length: 320 }, (_, index) => (index * 37) % 256)),
  },
  compressed: {
    ago: 6100,
    path: '/hooks/crm',
    headers: [...json, ['Content-Encoding', 'gzip']],
    body: gzipSync('{"kind":"contact","name":"Carla Nunes"}'),
  },
} as const;

export async function sendOddRequests(rig: PictureHooktap): Promise<Readonly<Record<OddRequest, EventId>>> {
  const ids: Partial<Record<OddRequest, EventId>> = {};
  for (const [name, request] of Object.entries(oddRequests).reverse())
    ids[name as OddRequest] = await arrive(rig, request);
  return ids as Record<OddRequest, EventId>;
}

/** A body above the limit, of which the beginning is kept. */
export async function sendTooMuch(rig: PictureHooktap): Promise<EventId> {
  const body = JSON.stringify({ text: '0123456789'.repeat(110_000) });
  return arrive(rig, { ago: 6120, path: '/hooks/crm', headers: json, body });
}

/** A sender that breaks off in the middle of its body. */
export async function sendHalf(rig: PictureHooktap): Promise<EventId> {
  rig.before(6110);
  const before = (await rig.newest()).id;
  await using connection = await openRawConnection(rig.ports.direct);
  const headers = [
    ['Host', '127.0.0.1:4401'],
    ['Content-Type', 'application/json'],
    ['Content-Length', '64'],
  ] as const;
  await connection.write(requestText({ target: '/hooks/crm', headers, body: '{"order":"B-1107","ite' }));
  connection.socket.destroySoon();
  return (await rig.newest(({ id }) => id !== before)).id;
}
