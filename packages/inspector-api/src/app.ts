import { type Inspection, StoreError } from '@hooktap/core';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, Router } from 'express';
import type { Access } from './access.ts';
import { sendAnswer } from './answer.ts';
import { answerHeaders } from './answer-headers.ts';
import { serveAssets } from './assets.ts';
import type { Guard } from './guard.ts';
import { isOfAnotherUser } from './peer-user.ts';
import { problem, sendProblem } from './problems.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { SharedAnswers } from './shared-answers.ts';
import { storeProblem } from './store-outcome.ts';

/** As a replay may carry an edited body of the receiver's greatest size. */
const bodyLimit = '20mb';

export function createApp(
  inspection: Inspection,
  { guard, access }: { readonly guard: Guard; readonly access: Access },
  assetsDir: string | null,
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  // The query string is read by the route itself, strictly.
  app.set('query parser', false);

  app.use((request, response, next) => {
    response.set(answerHeaders(guard.host(request) ?? undefined));
    const refusal = guard.refusal(request);
    if (refusal) sendProblem(response, refusal);
    else next();
  });
  app.use('/api', apiRouter(inspection, guard, access));
  app.get('/open/:nonce', leadIn(access));
  if (assetsDir !== null) app.use(serveAssets(assetsDir));
  app.use((request, response) => {
    if (request.method === 'GET' || request.method === 'HEAD') sendProblem(response, notFound);
    else methodNotAllowed(['GET', 'HEAD'])(request, response, () => {});
  });
  app.use(answerError);
  return app;
}

const notFound = problem('not-found', 'There is nothing here. GET /api/openapi.json lists the routes.');

function apiRouter(inspection: Inspection, guard: Guard, access: Access): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.use((request, response, next) => {
    const refusal = guard.tokenRefusal(request);
    if (refusal) sendProblem(response, refusal);
    else next();
  });
  const shared = new SharedAnswers();
  // Made with the first body: a start does not wait for it.
  let parse: RequestHandler | undefined;
  const parseJson: RequestHandler = (...given) => {
    parse ??= express.json({ limit: bodyLimit, strict: false });
    return parse(...given);
  };
  for (const path of new Set(routes.map((one) => one.path))) {
    const here = routes.filter((one) => one.path === path);
    // The more special `/events/delete` comes after `/events/:id` for methods that only the latter knows.
    const at = router.route(path);
    for (const one of here) {
      at[one.method](...(one.body ? [parseJson] : []), serve(one, inspection, access, shared));
    }
  }
  router.all('/stream', (_request, response) => {
    response.set('Upgrade', 'websocket');
    sendProblem(
      response,
      problem('upgrade-required', 'This is the WebSocket stream; connect with a WebSocket.'),
    );
  });
  for (const path of new Set(routes.map((one) => one.path))) {
    const methods = routes.filter((one) => one.path === path).map((one) => one.method.toUpperCase());
    router.all(path, methodNotAllowed(methods.includes('GET') ? [...methods, 'HEAD'] : methods));
  }
  router.use((_request, response) => sendProblem(response, notFound));
  return router;
}

const serve =
  (route: Route, inspection: Inspection, access: Access, shared: SharedAnswers): RequestHandler =>
  async (request, response) => {
    const ending = new AbortController();
    response.once('close', () => ending.abort());
    const waiting = { signal: ending.signal, shared };
    try {
      await sendAnswer(
        request,
        response,
        route.status,
        await route.answer(inspection, request, access, waiting),
      );
    } catch (error) {
      // The client is gone.
      if (error !== ending.signal.reason) throw error;
    }
  };

/** Where a browser is sent that was opened for this user. */
const leadIn =
  (access: Access): RequestHandler<{ nonce: string }> =>
  async (request, response, next) => {
    if (request.method !== 'GET') return next();
    const leads = (await isOfAnotherUser(request.socket)) ? '/' : access.redeem(request.params.nonce);
    response.status(303).setHeader('Location', leads).end();
  };

const methodNotAllowed =
  (methods: readonly string[]): RequestHandler =>
  (request, response) => {
    response.set('Allow', methods.join(', '));
    sendProblem(
      response,
      problem('method-not-allowed', `${request.method} is not among ${methods.join(', ')}.`),
    );
  };

/** Express's own error page is never shown. */
const answerError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  sendProblem(response, problemOf(error));
};

function problemOf(error: unknown) {
  if (error instanceof StoreError) return storeProblem(error);
  const { type, status, message } = Object(error) as { type?: unknown; status?: unknown; message?: unknown };
  if (type === 'entity.too.large') return problem('body-too-large', `A body has at most ${bodyLimit}.`);
  if (error instanceof URIError) return problem('url-invalid', 'The URL has broken percent-encoding.');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const errors = [{ path: '', message: String(message) }];
    return problem('body-invalid', 'The body could not be read.', { status, errors });
  }
  return problem('internal', 'Hooktap failed at this. Please report it with what you did.');
}
