/** What one request is copied as: code, or itself; in the order of menus. */
export const copyFormats = [
  'curl',
  'httpie',
  'fetch',
  'axios',
  'python',
  'go',
  'php',
  'java',
  'http',
] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** What many events are written as, in one file. */
export const fileFormats = ['har', 'ndjson', 'html'] as const;
export type FileFormat = (typeof fileFormats)[number];

export const exportFormats = [...copyFormats, ...fileFormats] as const;
