import { area } from '../message.ts';

/** What can be done with events, by key, button, menu or palette, and what is said of it. */
export const commands = area('commands', {
  copied: {
    curl: 'Copied as curl.',
    large: 'Copied as curl. It reads the body from {file}: save it in the Body tab first.',
  },
  pinned: {
    one: 'Pinned {count} event.',
    other: 'Pinned {count} events.',
  },
  unpinned: {
    one: 'Unpinned {count} event.',
    other: 'Unpinned {count} events.',
  },
  sent: 'Replay sent.',
  deleted: {
    one: 'Deleted {count} event. Press Z to undo.',
    other: 'Deleted {count} events. Press Z to undo.',
  },
  restored: {
    one: 'Restored {count} event.',
    other: 'Restored {count} events.',
  },
  blocked: {
    title: 'Replay a blocked request',
    yes: 'Replay it anyway',
  },
  groups: {
    event: 'This event',
    list: 'The list',
    screen: 'The screen',
  },
  what: 'What to do',
  none: 'No command is called that.',
  replay: 'Replay',
  pin: 'Pin',
  unpin: 'Unpin',
  resign: 'Replay signed anew',
  delete: 'Delete',
  edit: 'Edit and replay',
  copyCurl: 'Copy as curl',
  copyId: 'Copy event id',
  showTab: 'Show {tab}',
  only: 'Only {term}',
  filter: 'Filter',
  onlyFailed: 'Only failed deliveries',
  onlyPinned: 'Only pinned',
  onlyUnread: 'Only unread',
  clearFilters: 'Clear filters',
  undo: 'Undo the deletion',
  compactRows: 'Compact rows',
  comfortableRows: 'Comfortable rows',
  timesClock: 'Times by the clock',
  timesAgo: 'Times as how long ago',
  goTo: 'Go to {panel}',
  themeLight: 'Light theme',
  themeDark: 'Dark theme',
  themeSystem: 'Theme of the system',
  language: 'Language: {name}',
  languageSystem: 'Language of the system',
  allKeys: 'All keys',
});
