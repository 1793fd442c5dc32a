import { createServer } from 'node:http';
import { isStripeSigned } from './stripe-signature.js';

/** What each path answers; anything else is taken in and answered 200. */
const answers = {
  '/fail': { statusCode: 500, body: { error: 'The example handler fails here on purpose.' } },
  '/missing': { statusCode: 404, body: { error: 'The example handler knows no such route.' } },
  '/slow': { statusCode: 200, delayMs: 3000, body: { received: true, slow: true } },
};

const read = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const badSignature = { statusCode: 401, body: { error: 'The signature does not fit.' } };

async function handle(request, response, { onHandled, stripeSecret }) {
  const body = await read(request);
  const path = (request.url ?? '/').split('?', 1)[0];
  const known = Object.entries(answers).find(([end]) => path === end || path.endsWith(end));
  const isForged =
    stripeSecret !== undefined &&
    path.endsWith('/stripe') &&
    !isStripeSigned(request.headers['stripe-signature'], body, stripeSecret);
  const taken = { statusCode: 200, body: { received: true, bytes: body.length } };
  const answer = isForged ? badSignature : (known?.[1] ?? taken);
  if (answer.delayMs) await new Promise((resolve) => setTimeout(resolve, answer.delayMs));
  const text = JSON.stringify(answer.body);
  response.writeHead(answer.statusCode, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
  onHandled({ method: request.method ?? '', url: request.url ?? '', statusCode: answer.statusCode });
}

export function startHandler({
  port = 0,
  host = '127.0.0.1',
  onHandled = () => undefined,
  stripeSecret = undefined,
} = {}) {
  const server = createServer((request, response) => {
    handle(request, response, { onHandled, stripeSecret }).catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve({
        url: `http://${host}:${address.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
