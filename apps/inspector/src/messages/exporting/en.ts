import { area } from '../message.ts';

export const exporting = area('exporting', {
  title: {
    one: 'Export {count} event',
    other: 'Export {count} events',
  },
  titleUnknown: 'Export events',
  query: 'All that {query} finds, oldest first.',
  all: 'Every event there is, oldest first.',
  format: 'File',
  formats: {
    har: 'HAR 1.2',
    ndjson: 'NDJSON',
    html: 'HTML report',
  },
  formatNote: {
    har: 'Requests with what their senders got, and every attempt with its timing. Browsers and other tools read it.',
    ndjson: 'One event a line; nothing is lost but deliveries. Hooktap imports it.',
    html: 'One page to read, mail or print. It has no scripts and loads nothing.',
  },
  safe: 'Share-safe',
  safeNote:
    'Phone numbers, names, texts, ids, tokens and signatures become stand-ins: the same value the same one throughout this file.',
  unsafe:
    'This file holds everything as captured. Whoever gets it can read every text, number and token in it.',
  leaves: 'What leaves',
  replaced: 'Replaced',
  readable: 'As it is',
  nothingReplaced: 'Nothing was found to replace.',
  counting: 'Counting…',
  counted: 'Counted in the first {judged} of {events} events. The file is replaced throughout.',
  kinds: {
    phone: {
      one: '{count} phone number',
      other: '{count} phone numbers',
    },
    email: {
      one: '{count} e-mail address',
      other: '{count} e-mail addresses',
    },
    name: {
      one: '{count} name',
      other: '{count} names',
    },
    text: {
      one: '{count} text',
      other: '{count} texts',
    },
    token: {
      one: '{count} id or token',
      other: '{count} ids and tokens',
    },
    signature: {
      one: '{count} signature',
      other: '{count} signatures',
    },
    address: {
      one: '{count} host or IP address',
      other: '{count} hosts and IP addresses',
    },
    url: {
      one: '{count} URL',
      other: '{count} URLs',
    },
    number: {
      one: '{count} long number',
      other: '{count} long numbers',
    },
    body: {
      one: '{count} whole body',
      other: '{count} whole bodies',
    },
  },
  stays: {
    title: 'Stays as it is',
    look: {
      one: '{count} value could be somebody’s, or not: look at it before you share.',
      other: '{count} values could be somebody’s, or not: look through them before you share.',
    },
    others: {
      one: 'and {count} more',
      other: 'and {count} more',
    },
    numbers: {
      one: '{count} short number or time stays too.',
      other: '{count} short numbers and times stay too.',
    },
    bodies: {
      one: '{count} body could not be judged, since it is neither JSON nor a form: nothing of it stays.',
      other:
        '{count} bodies could not be judged, since they are neither JSON nor forms: nothing of them stays.',
    },
    times: '{count}×',
  },
  preview: {
    title: 'The first events',
    note: 'Stand-ins are made anew for the file: they will be others than these.',
    where: 'Where',
    before: 'As captured',
    after: 'In the file',
    stays: 'stays',
    others: {
      one: 'and {count} more value',
      other: 'and {count} more values',
    },
    none: 'No event is found.',
    changes: 'Only what changes',
    replaced: {
      one: '{count} value replaced',
      other: '{count} values replaced',
    },
  },
  place: {
    target: 'address',
    header: 'header',
    body: 'body',
    event: 'event',
    attempt: 'attempt',
  },
  download: 'Export',
  downloading: 'Exporting… {size}',
  downloaded: 'Exported: {file}',
  brokenOff: 'The export broke off. What came is not whole, so no file was saved. Try again.',
});
