/** What opening the store found damaged and set aside, by code. */
export const storeSentences = {
  'segment-damaged':
    '{path} was damaged: {lines} unreadable line(s) were moved to {copy}; the other {kept} records are kept.',
  'settings-damaged': '{path} was damaged; remembered settings are lost.',
} as const;
