#!/usr/bin/env node
// node apps/example-handler/src/main.js [port]
import { startHandler } from './handler.js';

const port = Number(process.argv[2] ?? 3000);
try {
  const { url } = await startHandler({
    port,
    onHandled: ({ method, url: target, statusCode }) =>
      process.stdout.write(`${statusCode} ${method} ${JSON.stringify(target).slice(1, -1)}\n`),
  });
  process.stdout.write(`Example handler on ${url} (also: /fail, /missing, /slow)\n`);
} catch (error) {
  process.stderr.write(`The example handler cannot listen on port ${port}: ${error.message}\n`);
  process.exitCode = 1;
}
