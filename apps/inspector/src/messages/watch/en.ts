import { area } from '../message.ts';

/** Replay on save: a folder is watched, and events are replayed when code changes. */
export const watch = area('watch', {
  title: 'Replay on save',
  noteOn: 'Replay on save: on',
  noteOff: 'Replay on save: off',
  start: {
    what: 'Watches a folder and replays events whenever a file in it changes: green where the answer is as expected, red where not.',
    folder: 'Folder, as an absolute path on the machine of Hooktap',
    q: 'Events, as a search (the newest 50)',
    note: 'Only the names of changed files are looked at; nothing in the folder is read or run. It ends with Hooktap.',
    button: 'Watch',
  },
  on: {
    folder: 'Watched',
    events: 'Events',
    ignored: 'Not watched',
    ignoredNames: '{names}, and folders whose name begins with a dot',
    written: 'Written by your handler',
    note: 'Expected is any 2xx, or the answer that was marked with Expect this: its status code and, of JSON, the fields and their types.',
    repeats:
      'The last {count} runs each began {after} after the end of an earlier one, the last time with a change of {files}. Something writes at this pace: your handler, if it still writes after its answer. Let it write outside this folder, or watch a narrower one.',
    stop: 'Stop watching',
    run: 'Replay now',
  },
  strip: {
    ready: 'Waiting for a change',
    waiting: 'Waiting for your handler to listen',
    replaying: 'Replaying',
    met: { one: '{count} as expected', other: '{count} as expected' },
    missed: { one: '{count} not as expected', other: '{count} not as expected' },
    nothing: 'No event is chosen',
    repeats: 'A change {after} after each run',
    open: 'Results',
    ended: 'It ended.',
    again: 'Watch again…',
    putAway: 'Put this away',
  },
  verdict: { met: 'as expected,', missed: 'not as expected,', skipped: 'not sent,', waiting: 'waiting' },
  expected: { success: 'expected 2xx', marked: 'expected as marked, {code}' },
  run: {
    title: 'Last run',
    states: {
      waiting: 'waiting for your handler',
      replaying: 'replaying',
      done: 'done',
      superseded: 'begun anew after another change',
    },
    more: { one: 'and {count} more', other: 'and {count} more' },
    diff: 'What changed',
    cut: 'The newest {count} of {matched} events are replayed.',
  },
});
