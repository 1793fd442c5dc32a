import { area } from '../message.ts';

/** Replays of many events: their dialog, their progress, what came of them. */
export const batches = area('batches', {
  title: 'Replays',
  replayFailed: 'Replay what failed…',
  empty: {
    title: 'No batch of replays yet.',
    how: "In the events, select several with X and press R, or search for them and choose “Replay … found” in the list's menu. They go out in the order in which they came, at a pace you choose.",
    toEvents: 'To the events',
  },
  state: {
    running: 'Running',
    done: 'Done',
    doneWithFailures: 'Done, {count} failed',
    cancelled: 'Cancelled',
    stopped: 'Stopped',
  },
  progress: {
    done: '{done} of {total}',
    succeeded: '{count} succeeded',
    failed: '{count} failed',
    skipped: {
      one: '{count} not sent',
      other: '{count} not sent',
    },
    in: 'in {span}',
  },
  remaining: {
    nearly: 'nearly done',
    about: 'about {span} left',
  },
  pace: {
    handler: "at the handler's speed",
    rate: '{count} a second',
    asTheyCame: 'with the gaps of their arrival',
    faster: '{count} times as fast as they came',
  },
  about: {
    target: 'to {target}',
    chaos: 'with chaos, seed {seed}',
  },
  noAnswerBefore: 'no answer before',
  said: 'Replays: {state}. {progress}.',
  goOn: 'Go on with {count}',
  doneOf: 'Done of {id}',
  trouble: {
    said: 'Chaos, {events}: {what}.',
    dropped: {
      one: '{count} not sent',
      other: '{count} not sent',
    },
    doubled: {
      one: '{count} sent twice',
      other: '{count} sent twice',
    },
    delayed: {
      one: '{count} late',
      other: '{count} late',
    },
    moved: {
      one: '{count} moved',
      other: '{count} moved',
    },
  },
  seed: 'Seed {seed} runs the same trouble again.',
  seedName: 'seed',
  summary: {
    nothing: 'Nothing has been answered yet.',
    before: 'Before',
    now: 'Now',
    events: 'Events',
    change: 'Change',
    mended: 'mended',
    worse: 'worse than before',
  },
  dialog: {
    title: {
      one: 'Replay {count} event',
      other: 'Replay {count} events',
    },
    titleAtLeast: {
      one: 'Replay {count} event or more',
      other: 'Replay {count} events or more',
    },
    titleFound: 'Replay what is found',
    started: {
      one: 'The replay of {count} event has begun.',
      other: 'The replay of {count} events has begun.',
    },
    all: 'All that {q} finds.',
    pace: 'Pace',
    paces: {
      handler: 'As it answers',
      rate: 'At a rate',
      speed: 'As it came',
    },
    paceNotes: {
      handler: 'The next goes out when the one before is answered.',
      rate: 'So many a second, whether they are answered or not.',
      speed: 'With the gaps of their arrival, so many times as fast.',
    },
    rate: 'Events a second',
    speed: 'Times as fast',
    order: 'Order',
    orders: {
      original: 'As they came',
      newestFirst: 'Newest first',
    },
    target: 'Target',
    targetPlaceholder: 'that of each endpoint',
    stop: 'Stop at the first failure',
    chaos: 'Make trouble on purpose',
    chaosNote: 'duplicates, disorder, delays',
  },
  chaos: {
    legend: 'Trouble',
    duplicate: 'Sent twice',
    drop: 'Not sent',
    reorder: 'Moved',
    delay: 'Late',
    burst: 'In bursts',
    seed: 'Seed',
    share: '% of the events',
    places: 'places at most',
    delayNote: 'at most, such as 500ms',
    burstNote: 'at once, then a pause',
    seedNote: 'empty: a new one, shown afterwards',
  },
  expected: {
    rate: 'Expected events a second, at most 10,000.',
    speed: 'Expected how many times as fast.',
    seed: 'Expected a whole number.',
    duplicate: 'Expected a share from 0 to 100.',
    drop: 'Expected a share from 0 to 100.',
    reorder: 'Expected a number of places from 0 to 10,000.',
    burst: 'Expected a number from 2 to 1,000.',
    time: 'Expected a time such as 500ms or 2s.',
    url: 'Expected a URL that begins with http:// or https://.',
  },
  skipped: {
    count: {
      one: '{count} not sent:',
      other: '{count} not sent:',
    },
    first: 'Show the first',
    why: {
      'not-found': 'The event was erased.',
      'other-reasons': 'Other reasons.',
    },
  },
});
