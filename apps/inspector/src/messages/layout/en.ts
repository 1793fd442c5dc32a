import { area } from '../message.ts';

/** The frame: top bar, panels, foot, what is asked and said over all of them. */
export const layout = area('layout', {
  language: {
    name: 'Language',
    system: 'As the system',
  },
  theme: {
    name: 'Theme',
    light: 'Light',
    dark: 'Dark',
    system: 'As the system',
  },
  panels: {
    label: 'Panels',
    events: 'Events',
    deliveries: 'Deliveries',
    threads: 'Threads',
    endpoints: 'Endpoints',
    trigger: 'Trigger',
    replays: 'Replays',
    tunnel: 'Tunnel',
    registrations: 'Registrations',
    more: 'More',
    running: 'running, {share}',
  },
  chooseEvent: 'Choose an event to see what came in and what became of it.',
  clear: {
    title: 'Delete what was found',
    text: {
      one: '{count} event matches {q}. Those that are pinned stay. It can be undone for ten seconds.',
      other: '{count} events match {q}. Those that are pinned stay. It can be undone for ten seconds.',
    },
    yes: {
      one: 'Delete {count} event',
      other: 'Delete {count} events',
    },
  },
  splitter: {
    width: 'Width of the list',
    event: 'Event',
  },
  undo: {
    dismiss: 'Dismiss',
    label: 'Deleted',
    deleted: {
      one: 'Deleted {count} event',
      other: 'Deleted {count} events',
    },
    button: 'Undo',
  },
  foot: {
    live: 'Live',
    connecting: 'Connecting',
    lost: 'Not live since {time}',
    kept: '{stored} of {limit} kept',
    version: 'Version {version}',
    allKeys: 'all keys',
  },
  hints: {
    move: 'move',
    replay: 'replay',
    edit: 'edit and replay',
    pin: 'pin',
    select: 'select',
    retry: 'retry or let go',
    stop: 'stop',
    openEvent: 'open event',
    pause: 'pause or resume',
    hold: 'hold or release',
    breakpoint: 'breakpoint',
    filter: 'filter',
    replayEach: 'replay each',
    delete: 'delete',
    selectNone: 'select none',
  },
  wayIn: {
    label: 'Connection',
    noTarget: 'No target',
    noUrl: 'No public URL yet',
    tunnelShort: 'Tunnel',
    toEndpoints: 'To the endpoints, where it can be let go',
    receiverUrl: 'receiver URL',
    publicUrl: 'public URL',
    newPublicUrl: 'new public URL',
    notAnswering: 'Hooktap does not answer.',
    unknown: 'unknown',
  },
  tunnel: {
    toPanel: 'To the tunnel',
  },
  target: {
    up: 'listening',
    down: 'not listening',
    unknown: 'not tried yet',
    allUnknown: {
      one: '{count} target unknown',
      other: '{count} targets unknown',
    },
    someUp: {
      one: '{up} of {count} target listening',
      other: '{up} of {count} targets listening',
    },
  },
  anyCommand: 'Any command',
  clearFilters: 'Clear filters',
});
