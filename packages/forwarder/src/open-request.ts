import http, { type ClientRequest } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { OutgoingRequest } from '@hooktap/core';
import { type RawHeaders, toFlat } from '@hooktap/protocol';
import { connecting } from './loopback-lookup.ts';

/** A response may well say more than the 16 KB of node's default. */
const maxResponseHead = 256 * 1024;

/** Begins a request whose line and headers go out to the letter; nothing of it says where it goes. */
export function openRequest(
  agent: http.Agent | https.Agent,
  { target, method, requestTarget }: OutgoingRequest,
  sentHeaders: RawHeaders,
): ClientRequest {
  const client = (target.protocol === 'https:' ? https : http).request({
    agent,
    host: target.hostname,
    port: target.port,
    method,
    path: requestTarget,
    headers: toFlat(sentHeaders),
    setHost: false,
    maxHeaderSize: maxResponseHead,
    insecureHTTPParser: false,
    ...(net.isIP(target.hostname) === 0 && { servername: target.hostname }),
    ...connecting,
  });
  client.maxHeadersCount = 0;
  return client;
}
