import type { RequestListener } from 'node:http';

/** How long after the start Express is loaded where nobody asked for it before, in milliseconds. */
const warmUpMs = 250;

/**
 * Answers with an app that is made when it is first asked for, or a little after the start: loading Express
 * takes longer than everything else that the ready line waits for.
 */
export function lazyApp(load: () => Promise<RequestListener>): RequestListener {
  let app: Promise<RequestListener> | undefined;
  const loaded = () => {
    app ??= load();
    return app;
  };
  setTimeout(() => void loaded(), warmUpMs).unref();
  return async (request, response) => (await loaded())(request, response);
}
