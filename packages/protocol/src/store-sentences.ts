/** What opening the store found damaged and set aside, and whether it takes what comes in, by code. */
export const storeSentences = {
  'segment-damaged':
    '{path} was damaged: {lines} unreadable line(s) were moved to {copy}; the other {kept} records are kept.',
  'settings-damaged': '{path} was damaged; remembered settings are lost.',
  'store-refuses': 'Requests are answered 503 and not kept, {count} so far. {why}',
  'store-recovered': 'Requests are kept again. Not kept, and answered 503: {count}.',
  'store-delays': 'Deliveries wait, since what becomes of them cannot be put on record. {why}',
  'store-delays-over': 'What becomes of deliveries is put on record again: they go on.',
} as const;
