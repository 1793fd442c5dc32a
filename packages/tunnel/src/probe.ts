import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { describeNetworkFailure } from './network-failure.ts';
import { part, type Reason } from './reason.ts';

export type ProbeResult = { ok: true; latencyMs: number } | ({ ok: false } & Reason);

/** Finds out whether requests to the public URL reach the receiver. */
export type Probe = (url: string, signal: AbortSignal) => Promise<ProbeResult>;

interface ProbeOptions {
  /** A nonce that the receiver will answer; it is for one probe. */
  issueNonce(): string;
  /** The probe is over: the nonce counts no more. */
  withdrawNonce?(nonce: string): void;
  deadlineMs?: number;
}

const MOST_BYTES = 4_096;

export function createProbe({ issueNonce, withdrawNonce, deadlineMs = 5_000 }: ProbeOptions): Probe {
  return async (publicUrl, signal) => {
    const url = new URL(publicUrl);
    const nonce = issueNonce();
    const deadline = AbortSignal.timeout(deadlineMs);
    const startedAt = performance.now();
    try {
      url.pathname = `${url.pathname.replace(/\/$/, '')}/.well-known/hooktap/probe/${nonce}`;
      const { status, body } = await get(url, AbortSignal.any([signal, deadline]));
      if (status === 200 && body.includes(nonce))
        return { ok: true, latencyMs: performance.now() - startedAt };
      return { ok: false, ...describeAnswer(status, url.host) };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const late = deadline.aborted && !signal.aborted;
      const seconds = String(deadlineMs / 1_000);
      return late
        ? {
            ok: false,
            reason: `no answer came through ${url.host} within ${seconds} s`,
            parts: [part('no-answer', { host: url.host, seconds })],
          }
        : { ok: false, ...describeNetworkFailure(error, url.host) };
    } finally {
      withdrawNonce?.(nonce);
    }
  };
}

function describeAnswer(status: number, host: string): Reason {
  const said = (code: string, reason: string): Reason => ({
    reason,
    parts: [part(code, { host, status: String(status) })],
  });
  switch (status) {
    case 404:
      return said('no-such-tunnel', `${host} answered 404: its server knows no such tunnel`);
    case 401:
      return said(
        'reminder',
        `${host} answered 401: its server shows a reminder page instead of passing requests on`,
      );
    case 502:
    case 503:
    case 504:
      return said('cannot-reach', `${host} answered ${status}: its server cannot reach this machine`);
    case 200:
      return said('other-answer', `${host} answered, but with something else than Hooktap's own answer`);
    default:
      return said('answered', `${host} answered ${status}`);
  }
}

/** RFC 6761: names under localhost are this machine; not every resolver knows. */
const loopback: LookupFunction = (_hostname, options, callback) => {
  const address = { address: '127.0.0.1', family: 4 };
  if (options.all) callback(null, [address]);
  else callback(null, address.address, address.family);
};

function get(url: URL, signal: AbortSignal): Promise<{ status: number; body: string }> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      signal,
      agent: false,
      headers: { 'user-agent': 'hooktap-probe', 'bypass-tunnel-reminder': '1', connection: 'close' },
      ...(url.hostname.endsWith('.localhost') ? { lookup: loopback } : {}),
    });
    asked.on('error', reject);
    asked.on('response', (response) => {
      let body = '';
      const end = () => {
        resolve({ status: response.statusCode ?? 0, body });
        response.destroy();
      };
      response.setEncoding('latin1');
      response.on('error', reject);
      response.on('data', (chunk: string) => {
        body += chunk;
        if (body.length > MOST_BYTES) end();
      });
      response.on('end', end);
    });
    asked.end();
  });
}
