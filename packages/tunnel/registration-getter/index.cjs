'use strict';

// Stands in for axios inside the localtunnel client, which asks its server for a tunnel with it
// and asks again each second, for ever, whenever the answer rejects.
//
// Each get is first announced on the channel below. Whoever claims it (by setting `opening`) hears of
// the failure instead of the client, whose loop then ends because its promise never settles. A channel,
// not an import: the two sides stay one pair however they are loaded or bundled.

const { channel } = require('node:diagnostics_channel');
const http = require('node:http');
const https = require('node:https');

const DEADLINE_MS = 5_000;
const MOST_BYTES = 64 * 1024;
const MOST_REDIRECTS = 3;
const MOST_SOCKETS = 32;

const gets = channel('hooktap:localtunnel-registration');

const isLoopbackName = (hostname) => hostname === 'localhost' || hostname.endsWith('.localhost');

/** RFC 6761: names under localhost are this machine, whether or not the resolver knows it. */
function loopbackLookup(_hostname, options, callback) {
  const ours = [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ].filter(({ family }) => !options.family || options.family === family);
  if (options.all) callback(null, ours);
  else callback(null, ours[0]?.address ?? '127.0.0.1', ours[0]?.family ?? 4);
}

function failure(code, message, more) {
  return Object.assign(new Error(message), { code }, more);
}

/** What the client would trip over, which it also answers by asking for ever, is a failure here. */
function readRegistration(text, hostname) {
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    throw failure('UNREADABLE', 'the answer is not JSON');
  }
  const fits =
    typeof body?.id === 'string' &&
    body.id !== '' &&
    URL.canParse(body.url) &&
    Number.isInteger(body.port) &&
    body.port > 0 &&
    body.port < 65_536;
  if (!fits) throw failure('UNREADABLE', 'the answer describes no tunnel');
  // The client opens as many sockets as it is told to.
  const sockets = Number.isInteger(body.max_conn_count) ? body.max_conn_count : 1;
  const ip = typeof body.ip === 'string' && body.ip ? body.ip : undefined;
  return {
    ...body,
    max_conn_count: Math.min(Math.max(sockets, 1), MOST_SOCKETS),
    ip: ip ?? (isLoopbackName(hostname) ? '127.0.0.1' : undefined),
  };
}

function fetchText(url, signal, redirectsLeft) {
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const asked = request(url, {
      signal,
      agent: false,
      headers: { accept: 'application/json', 'user-agent': 'hooktap', 'bypass-tunnel-reminder': '1' },
      ...(isLoopbackName(url.hostname) ? { lookup: loopbackLookup } : {}),
    });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const { statusCode: status, headers } = response;
      if (status >= 300 && status < 400 && headers.location && redirectsLeft > 0) {
        response.destroy();
        if (!URL.canParse(headers.location, url))
          return reject(failure('UNREADABLE', 'a redirect to nowhere'));
        return resolve(fetchText(new URL(headers.location, url), signal, redirectsLeft - 1));
      }
      const chunks = [];
      let size = 0;
      response.on('error', reject);
      response.on('data', (chunk) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > MOST_BYTES) asked.destroy(failure('UNREADABLE', 'the answer is too long'));
      });
      response.on('end', () => resolve({ status, text: Buffer.concat(chunks).toString('utf8') }));
    });
    asked.end();
  });
}

async function register(uri, abandoned) {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  const signal = abandoned ? AbortSignal.any([abandoned, deadline]) : deadline;
  const url = new URL(uri);
  try {
    const { status, text } = await fetchText(url, signal, MOST_REDIRECTS);
    if (status !== 200) {
      throw failure('STATUS', `HTTP ${status}`, { response: { status, data: text.slice(0, 300) } });
    }
    return { status, data: readRegistration(text, url.hostname) };
  } catch (error) {
    throw deadline.aborted ? failure('ETIMEDOUT', `no answer within ${DEADLINE_MS / 1000} s`) : error;
  }
}

/** As `axios.get`. */
function get(uri) {
  const attempt = { uri, opening: null };
  gets.publish(attempt);
  const { opening } = attempt;
  const answer = register(uri, opening?.signal);
  if (!opening) return answer;
  return answer.catch((error) => {
    opening.failed(error);
    return new Promise(() => {});
  });
}

module.exports = { get };
