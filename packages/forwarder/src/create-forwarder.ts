import http from 'node:http';
import https from 'node:https';
import type { Forwarder, ForwardOptions, ForwardResult, OutgoingRequest } from '@hooktap/core';
import { probeConnection } from './connection-probe.ts';
import { Exchange } from './exchange.ts';
import { framedHeaders } from './framing.ts';
import { Stopwatch } from './stopwatch.ts';

export interface ForwarderOptions {
  /** Takes any certificate of an https target. */
  readonly insecureTarget?: boolean;
  /** How long an idle connection is kept; below the 5 s after which node's own servers close theirs. */
  readonly keepAliveMs?: number;
}

/** Makes attempts over node:http and node:https. */
export function createForwarder(options: ForwarderOptions = {}): Forwarder {
  const { insecureTarget = false, keepAliveMs = 4_000 } = options;
  const kept = { keepAlive: true, timeout: keepAliveMs, maxFreeSockets: 32 };
  const tls = { rejectUnauthorized: !insecureTarget };
  const agents = {
    'http:': { kept: new http.Agent(kept), fresh: new http.Agent() },
    'https:': { kept: new https.Agent({ ...kept, ...tls }), fresh: new https.Agent(tls) },
  };

  async function forward(request: OutgoingRequest, how: ForwardOptions): Promise<ForwardResult> {
    const sentHeaders = framedHeaders(request.rawHeaders, request.method, request.body.size);
    const stopwatch = new Stopwatch();
    const { kept, fresh } = agents[request.target.protocol];
    let end = await new Exchange(kept, request, sentHeaders, how, stopwatch).ended;
    if (end === 'lost-race') {
      stopwatch.restart();
      end = await new Exchange(fresh, request, sentHeaders, how, stopwatch).ended;
    }
    if (end === 'lost-race') throw new Error('A fresh connection was taken for a reused one.');
    return { sentHeaders, timing: stopwatch.stop(), outcome: end };
  }

  return {
    forward,
    probe: probeConnection,
    async close() {
      for (const { kept, fresh } of Object.values(agents)) {
        kept.destroy();
        fresh.destroy();
      }
    },
  };
}
