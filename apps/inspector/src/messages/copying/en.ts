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
  doneForFile: 'Copied: {format}. It reads the body from {file}: save that beside it, from the same menu.',
  savedInstead: 'Too large to be copied whole, or no text: the request was saved as {file}.',
  tooLargeToShare:
    'The body has {size}, too much for the clipboard, and a file beside the code would hold what was captured. Export the event share-safe instead.',
  large: 'The code reads so large a body from a file beside it.',
  saveBody: 'Save the body ({size})',
  drop: {
    title: 'Drop to import',
    what: 'A HAR file, or NDJSON that Hooktap exported. Nothing is delivered.',
  },
});
