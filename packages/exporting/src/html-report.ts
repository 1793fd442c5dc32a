import type { RawHeaders } from '@hooktap/protocol';
import type { ExportedAttempt, ExportedEvent } from './exported-event.ts';
import { isReadable, readableText } from './readable-text.ts';

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
h2{font-size:1rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}pre{background:#f4f5f7;padding:.75rem;border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}td{border-bottom:1px solid #e3e6ea;padding:.2rem .5rem .2rem 0;vertical-align:top;overflow-wrap:anywhere}td:first-child{color:#57606a;width:14rem}
summary{cursor:pointer}@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}pre{background:#161b22}td{border-color:#30363d}td:first-child{color:#8d96a0}}`;

/** A page without scripts, which forbids itself to load or run anything, whatever an event holds. */
export const htmlFrame = (comment: string): { readonly begin: string; readonly end: string } => ({
  begin: `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Hooktap events</title><style>${style}</style></head><body>
<h1>Hooktap events</h1><p>${escaped(comment)}</p>
`,
  end: '</body></html>\n',
});

/** One event as a section. Everything captured is escaped text. */
export function htmlSection({ event, body, attempts }: ExportedEvent): string {
  const facts: RawHeaders = [
    ['Received', `${event.receivedAt} via ${event.via}`],
    ['Event', event.id],
    ['Provider', [event.provider, event.eventType].filter(Boolean).join(' · ') || 'not known'],
    ...(event.subject === null ? [] : [['Subject', event.subject] as const]),
    ['Signature', event.verification.verdict],
    ['Reply', event.reply ? `${event.reply.statusCode} (${event.reply.source})` : 'none'],
    ...(event.note === '' ? [] : [['Note', event.note] as const]),
  ];
  return `<section><h2>${escaped(event.method)} ${escaped(event.requestTarget)}</h2>${table(facts)}
<details><summary>${event.rawHeaders.length} headers</summary>${table(event.rawHeaders)}</details>
${bodyBlock(body)}${attempts.map(attemptBlock).join('')}</section>
`;
}

function attemptBlock({ attempt, delivery, responseBody }: ExportedAttempt): string {
  const { outcome, timing, number, startedAt, request } = attempt;
  const result =
    outcome.kind === 'responded' ? String(outcome.statusCode) : `${outcome.failure}: ${outcome.message}`;
  const headers = outcome.kind === 'responded' ? outcome.rawHeaders : [];
  return `<details><summary>Attempt ${number} (${delivery.cause}): ${escaped(result)}</summary>${table([
    ['Sent', `${startedAt} to ${request.url}`],
    ['Took', `${Math.round(timing.totalMs)} ms`],
    ...headers,
  ])}${bodyBlock(responseBody)}</details>`;
}

function bodyBlock(body: Buffer): string {
  if (body.length === 0) return '<p>No body.</p>';
  const text = readableText(body) ?? (body.includes(0) ? null : body.toString('utf8'));
  if (text === null) return `<p>${body.length} bytes, as base64:</p><pre>${body.toString('base64')}</pre>`;
  return `<pre>${escaped(text)}</pre>`;
}

const table = (rows: RawHeaders): string =>
  `<table>${rows.map(([name, value]) => `<tr><td>${escaped(name)}</td><td>${escaped(value)}</td></tr>`).join('')}</table>`;

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
