import { type Event, headerValue } from '@hooktap/protocol';
import { shellWord } from './shell-word.ts';

/** Written by curl itself for what it sends. */
const ownHeaders = new Set(['content-length', 'host', 'transfer-encoding', 'connection', 'expect']);
/** Which curl would add of its own where the event has none. */
const addedHeaders = ['User-Agent', 'Accept'];

/** Text that can stand in a command; null where the bytes are no UTF-8 text, or hold a NUL. */
function commandText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\u0000') ? null : text;
  } catch {
    return null;
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Header strings are latin-1, a byte a character: most terminals write UTF-8, so bytes are read as that. */
function headerText(value: string): string {
  try {
    const bytes = Uint8Array.from(value, (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return value;
  }
}

function headerFlags({ rawHeaders }: Event, hasBody: boolean): string[] {
  const kept = rawHeaders.filter(([name]) => !ownHeaders.has(name.toLowerCase()));
  const added = hasBody ? [...addedHeaders, 'Content-Type'] : addedHeaders;
  const silenced = added.filter((name) => headerValue(rawHeaders, name) === undefined);
  return [
    ...kept.map(([name, value]) => (value === '' ? `${name};` : `${name}: ${headerText(value)}`)),
    ...silenced.map((name) => `${name}:`),
  ].map((line) => `-H ${shellWord(line)}`);
}

/**
 * The request as a curl command. `body` null: it is too large to stand in a command and is taken from
 * the file `<event id>.bin` that the body view saves.
 */
export function curlOfEvent(event: Event, body: Uint8Array | null): string {
  const hasBody = body === null || body.length > 0;
  const text = body && commandText(body);
  const piped = body && hasBody && text === null ? `printf %s ${base64(body)} | base64 -d | ` : '';
  const method = event.method === 'HEAD' && !hasBody ? '--head' : `-X ${shellWord(event.method)}`;
  const isPlainTarget = event.requestTarget.startsWith('/') && !event.requestTarget.startsWith('//');
  const origin = /^https?:\/\/[^/]+/.exec(event.url)?.[0] ?? event.url;
  const parts = [
    `${piped}curl ${method} --globoff --path-as-is ${shellWord(isPlainTarget ? origin + event.requestTarget : `${origin}/`)}`,
    ...(isPlainTarget ? [] : [`--request-target ${shellWord(event.requestTarget)}`]),
    ...headerFlags(event, hasBody),
    // Not --data: that reads a file where the text begins with @.
    ...(text ? [`--data-raw ${shellWord(text)}`] : []),
    ...(body === null ? [`--data-binary @${event.id}.bin`] : []),
    ...(piped ? ['--data-binary @-'] : []),
  ];
  return parts.join(' \\\n  ');
}
