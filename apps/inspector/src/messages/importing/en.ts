import { area } from '../message.ts';

export const importing = area('importing', {
  title: 'Import events',
  what: 'A HAR file of a browser or another tool, or NDJSON that Hooktap exported, whose pins, notes and tags come along. Imported events are never delivered by themselves; Replay sends them.',
  choose: 'Choose a file…',
  orDrop: 'or drop one anywhere on this page',
  limits: 'NDJSON and HAR of any size.',
  running: 'Importing {file}, {size}…',
  soFar: {
    one: '{count} event so far',
    other: '{count} events so far',
  },
  stop: 'Stop',
  stopped: 'Stopped. What had come by then may have been imported: look for {query}.',
  imported: {
    zero: 'No event was imported.',
    one: '{count} event was imported.',
    other: '{count} events were imported.',
  },
  nothing: 'There is no event in this file.',
  skipped: {
    one: '{count} was left out:',
    other: '{count} were left out:',
  },
  moreSkipped: {
    one: 'and {count} more',
    other: 'and {count} more',
  },
  old: 'The oldest arrived on {date}. Retention goes by that: what is too old is erased soon, unless it is pinned.',
  show: 'Show them',
  undo: 'Undo the import',
  undone: {
    one: '{count} imported event was taken out again.',
    other: '{count} imported events were taken out again.',
  },
  another: 'Import another…',
  done: 'Done',
  oneOnly: 'One file at a time: only {file} is imported.',
  away: 'Hooktap did not answer. What had come by then may have been imported.',
});
