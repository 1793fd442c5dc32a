import { area } from '../message.ts';

export const tunnel = area('tunnel', {
  title: 'Tunnel',
  tryNow: 'Try again now',
  checkNow: 'Check now',
  tried: {
    probing: 'Looking whether requests come through.',
    opening: 'Trying again.',
    'under-way': 'A try is being made already.',
    'too-soon':
      'It was tried a moment ago. Tunnel servers shut out whoever asks too often: wait a few seconds.',
    off: 'There is no tunnel to try. Start Hooktap without --no-tunnel.',
  },
  state: {
    connecting: 'connecting',
    open: 'open',
    degraded: 'degraded',
    reconnecting: 'reconnecting',
    closed: 'closed',
    failed: 'failed',
  },
  states: 'States of the tunnel',
  now: 'now',
  for: 'for {span}',
  since: 'since {time}',
  nextTry: 'Next try in {span}.',
  nextTrySoon: 'Next try any moment.',
  publicUrl: 'Public URL',
  lastUrl: 'Last public URL',
  noUrl: 'There has been none in this run.',
  kind: 'Kind',
  carries: 'Carries',
  sockets: {
    one: '{count} request at a time; at most {waiting} of them may wait for a handler',
    other: '{count} requests at a time; at most {waiting} of them may wait for a handler',
  },
  moved: {
    title: 'The public URL changed',
    old: 'Before',
    new: 'Now',
    at: 'at {time}',
    follows: 'Registered at providers',
  },
  probes: {
    title: 'Probes of the public URL',
    what: 'A request from this machine through the internet and back, with a number that the receiver answers once. It is no event and is never delivered. Made before a URL is shown, after any trouble, and after 20 s without requests.',
    none: 'None was made yet.',
    reached: 'came through',
    failed: 'did not come through',
    last: 'The last one, {ago}:',
    strip: {
      one: 'The last probe: {failed} failed.',
      other: 'The last {count} probes: {failed} failed.',
    },
    slowest: 'slowest {time}',
  },
  urls: {
    title: 'Public URLs of this run',
    until: '{from} to {until}',
    from: 'since {from}',
  },
  history: {
    title: 'What happened',
    times: '{count}×, last {time}',
    more: {
      one: 'Show {count} more',
      other: 'Show {count} more',
    },
  },
  know: {
    title: 'Good to know about localtunnel',
    open: 'The URL is all that keeps strangers out: whoever has it can send to this machine.',
    name: 'The name is lent, not yours. Hooktap asks for the same one again; if somebody else took it meanwhile, the URL changes.',
    plain:
      'Between the tunnel server and this machine requests travel without TLS, whatever the public URL says.',
    headers:
      'Header names come in lower case and repeated headers as one: the tunnel server does that. Bodies are exact. For exact headers call the receiver directly.',
    reminder:
      'Opened in a browser, the public URL may show a reminder page first (401). Providers are let through.',
    service:
      'The public service is run by one person, without promises. If it is down, captures on the receiver’s own address go on.',
  },
  none: {
    title: 'There is no tunnel',
    what: 'Hooktap runs without a tunnel, so nothing on the internet can reach this machine through it. The receiver still captures what is sent to it:',
  },
  banner: {
    title: 'The public URL changed.',
    again: {
      one: 'Register it again at {count} provider: {names}.',
      other: 'Register it again at {count} providers: {names}.',
    },
    followed: {
      one: '{count} provider follows it by itself.',
      other: '{count} providers follow it by themselves.',
    },
    tell: 'Tell it to whoever calls the old one.',
    what: 'What to do',
    dismiss: 'Dismiss',
    newUrl: 'new public URL',
  },
  copyOld: 'old public URL',
  copyNew: 'public URL',
  copyReceiver: 'receiver URL',
});
