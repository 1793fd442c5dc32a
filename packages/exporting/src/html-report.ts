import { createHash } from 'node:crypto';
import { handlerMs, type Sliced } from '@hooktap/core';
import type { DeliveryDigest, RawHeaders } from '@hooktap/protocol';
import type { ExportedAttempt, ExportedEvent } from './exported-event.ts';
import { indentedJson } from './indented-json.ts';
import { isReadable, readableText } from './readable-text.ts';

// Sections are laid out as they come in sight: some thousands at once keep a browser for half a minute.
const style = `:root{color-scheme:light dark;--text:#15171c;--quiet:#5f6572;--line:#e5e7ec;--sunken:#f4f5f8;--page:#fff;--ok:#146b3a;--bad:#b3212a}
@media(prefers-color-scheme:dark){:root{--text:#eceef2;--quiet:#9096a3;--line:#22252c;--sunken:#171a1f;--page:#101216;--ok:#5ccb8e;--bad:#ff8a84}}
body{max-width:62rem;margin:2rem auto 4rem;padding:0 1.25rem;font:14px/1.5 system-ui,sans-serif;color:var(--text);background:var(--page)}
h1{font-size:1.5rem;margin:0}header p,footer{color:var(--quiet)}section{content-visibility:auto;contain-intrinsic-size:auto 46rem;margin-top:1.5rem;padding-top:1.25rem;border-top:1px solid var(--line)}
h2{font-size:1rem;margin:0 0 .5rem;overflow-wrap:anywhere}h3,summary{font-size:.875rem;font-weight:600;margin:.75rem 0 .25rem}summary{cursor:pointer}
code,pre,.wire td{font:12px/1.6 ui-monospace,Menlo,Consolas,monospace}pre{margin:.25rem 0;padding:.75rem;border-radius:6px;background:var(--sunken);white-space:pre-wrap;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;table-layout:fixed}td{padding:.2rem .75rem .2rem 0;vertical-align:top;overflow-wrap:anywhere;border-bottom:1px solid var(--line)}td:first-child{width:11rem;color:var(--quiet)}
.ok{color:var(--ok)}.bad{color:var(--bad);font-weight:600}.quiet{color:var(--quiet);font-weight:400}
@media(max-width:40rem){td,td:first-child{display:block;width:auto;padding:0}td:first-child{border:0}}
@media print{:root{--text:#000;--quiet:#444;--line:#ccc;--sunken:#fff;--page:#fff;--ok:#000;--bad:#000}body{margin:0;max-width:none;font-size:11px}pre{border:1px solid var(--line)}section{break-before:auto;content-visibility:visible}h2,h3,summary{break-after:avoid}tr{break-inside:avoid}details::details-content{content-visibility:visible;display:block}}`;

/** The page's own style is all that it may use; one that came in with an event would not count. */
const styleHash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/** A page without scripts, which forbids itself to load or run anything, whatever an event holds. */
export const htmlFrame = (comment: string): { readonly begin: string; readonly end: string } => ({
  begin: `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hooktap events</title><style>${style}</style></head><body>
<header><h1>Hooktap events</h1><p>${escaped(comment)}</p></header><main>
`,
  end: '</main><footer><p>End of the report.</p></footer></body></html>\n',
});

/** One event as a section, piece by piece; some pieces are empty. Everything captured is escaped text. */
export function* htmlSection({ event, body, attempts }: ExportedEvent): Generator<string, void> {
  const { delivery } = event;
  const facts: readonly (readonly [string, string])[] = [
    ['Received', escaped(`${event.receivedAt} via ${event.via}`)],
    ['Event', `<code>${escaped(event.id)}</code>`],
    ['Provider', escaped([event.provider, event.eventType].filter(Boolean).join(' · ') || 'not known')],
    ...(event.subject === null ? [] : [['Subject', escaped(event.subject)] as const]),
    ['Signature', toned(event.verification.verdict, event.verification.verdict === 'invalid' ? 'bad' : '')],
    ['Reply', escaped(event.reply ? `${event.reply.statusCode} (${event.reply.source})` : 'none')],
    ...(delivery ? [['Delivery', deliveryWords(delivery)] as const] : []),
    ...(event.note === '' ? [] : [['Note', escaped(event.note)] as const]),
    ...(event.tags.length === 0 ? [] : [['Tags', escaped(event.tags.join(', '))] as const]),
  ];
  yield `<section><h2><code>${escaped(event.method)} ${escaped(event.requestTarget)}</code></h2>${table(facts)}
<details><summary>Headers <span class="quiet">${event.rawHeaders.length}</span></summary>${wire(event.rawHeaders)}</details>
`;
  yield* bodyBlock('Body', body, event.body.contentType);
  for (const attempt of attempts) yield* attemptBlock(attempt);
  yield '</section>\n';
}

const toned = (text: string, tone: 'ok' | 'bad' | ''): string =>
  tone === '' ? escaped(text) : `<span class="${tone}">${escaped(text)}</span>`;

function deliveryWords({ status, attempts, lastStatusCode, lastFailure }: DeliveryDigest): string {
  const last = lastStatusCode ?? lastFailure;
  const words = `${status}${last === undefined ? '' : `, ${last}`}, ${attempts} attempt${attempts === 1 ? '' : 's'}`;
  return toned(words, status === 'succeeded' ? 'ok' : status === 'failed' ? 'bad' : '');
}

function* attemptBlock({ attempt, delivery, responseBody }: ExportedAttempt): Generator<string, void> {
  const { outcome, timing, number, startedAt, request } = attempt;
  const isGood = outcome.kind === 'responded' && outcome.statusCode >= 200 && outcome.statusCode < 300;
  const result =
    outcome.kind === 'responded' ? String(outcome.statusCode) : `${outcome.failure}: ${outcome.message}`;
  const headers = outcome.kind === 'responded' ? outcome.rawHeaders : [];
  const type = outcome.kind === 'responded' ? outcome.body.contentType : undefined;
  yield `<details><summary>Attempt ${number} <span class="quiet">${escaped(delivery.cause)}</span> ${toned(result, isGood ? 'ok' : 'bad')}</summary>${table(
    [
      ['Sent', escaped(`${startedAt} to ${request.url}`)],
      ['Took', `${Math.round(handlerMs(timing))} ms`],
    ],
  )}${wire(headers)}`;
  yield* bodyBlock('Response', responseBody, type);
  yield '</details>';
}

function* bodyBlock(name: string, body: Buffer, contentType: string | undefined): Generator<string, void> {
  const about = [contentType, `${body.length} bytes`].filter(Boolean).join(', ');
  const heading = `<h3>${name} <span class="quiet">${escaped(about)}</span></h3>`;
  if (body.length === 0) return yield `<h3>${name} <span class="quiet">none</span></h3>`;
  const text = readableText(body) ?? (body.includes(0) ? null : body.toString('utf8'));
  if (text === null)
    return yield `${heading}<p class="quiet">As base64:</p><pre>${body.toString('base64')}</pre>`;
  const indented = yield* between(indentedJson(text));
  const shown = indented ?? text;
  const note = indented === null ? '' : '<p class="quiet">Indented to be read.</p>';
  yield `${heading}${note}<pre>`;
  for (let at = 0; at < shown.length; ) {
    const end = pieceEnd(shown, at);
    yield escaped(shown.slice(at, end));
    at = end;
  }
  yield '</pre>';
}

const pieceLength = 16_384;

/** Not between the two halves of a character. */
function pieceEnd(text: string, at: number): number {
  const end = at + pieceLength;
  return end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end + 1 : end;
}

/** An empty piece after each step, for whoever writes them to take a breath. */
function* between<T>(work: Sliced<T>): Generator<string, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield '';
  }
}

/** Cells that are markup already. */
const table = (rows: readonly (readonly [string, string])[], kind = ''): string =>
  rows.length === 0
    ? ''
    : `<table${kind}>${rows.map(([name, value]) => `<tr><td>${name}</td><td>${value}</td></tr>`).join('')}</table>`;

const wire = (headers: RawHeaders): string =>
  table(
    headers.map(([name, value]) => [escaped(name), escaped(value)]),
    ' class="wire"',
  );

/** Nothing left that could be markup, and nothing that could turn the direction of the text. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
      isReadable(character) || character === '\r'
        ? character
        : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    );
}
