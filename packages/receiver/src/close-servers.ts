import type { Server } from 'node:http';

/** How often connections that have become idle are looked for: node closes them only when asked. */
const idleCheckMs = 50;

/** Closes servers at once to new connections, and to open ones when they are idle or the grace is over. */
export async function closeServers(servers: readonly Server[], graceMs: number): Promise<void> {
  const closed = Promise.all(
    servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
  );
  const idle = setInterval(() => {
    for (const server of servers) server.closeIdleConnections();
  }, idleCheckMs);
  const cut = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, graceMs);
  try {
    await closed;
  } finally {
    clearInterval(idle);
    clearTimeout(cut);
  }
}
