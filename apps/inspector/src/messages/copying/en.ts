import { area } from '../message.ts';

export const copying = area('copying', {
  copyAs: 'Copy as',
  format: {
    curl: 'curl',
    httpie: 'HTTPie',
    fetch: 'JavaScript, fetch',
    axios: 'JavaScript, axios',
    python: 'Python, requests',
    go: 'Go',
    php: 'PHP',
    java: 'Java',
    http: 'Raw HTTP',
  },
  calls: 'Calls',
  asCalled: '{host}, as the sender did',
  safe: 'With stand-ins, to share',
  export: 'Export…',
  exportFound: {
    zero: 'Export…',
    one: 'Export the {count} event found…',
    other: 'Export the {count} events found…',
  },
  exportAll: 'Export all…',
  import: 'Import…',
  done: 'Copied: {format}.',
  tooLarge: 'The body has {size}, too much for the clipboard. Export the event as a file.',
  notText: 'The request is no text, so it cannot be copied whole. Export the event as a file.',
  drop: {
    title: 'Drop to import',
    what: 'A HAR file, or NDJSON that Hooktap exported. Nothing is delivered.',
  },
});
