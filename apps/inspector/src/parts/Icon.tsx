const paths = {
  back: 'M13 8H3M7 4 3 8l4 4',
  bell: 'M4 11V7.2a4 4 0 0 1 8 0V11l1.2 1.5H2.8zM6.6 14.2h2.8',
  bookmark: 'M4.5 2.5h7v11L8 10.8l-3.5 2.7z',
  broken: 'M6 2.5v3M10 2.5v3M4.5 5.5h7v2.2a3.5 3.5 0 0 1-7 0zM8 11.2V14M2.5 2.5l11 11',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  chevron: 'm4 6 4 4 4-4',
  code: 'M5.5 4 2 8l3.5 4M10.5 4 14 8l-3.5 4',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  compare: 'M8 2.5v11M2.5 5h3M2.5 8h3M2.5 11h3M10.5 5h3M10.5 8h3M10.5 11h3',
  copy: 'M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM10.5 3.5a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1',
  cross: 'm4 4 8 8M12 4l-8 8',
  dark: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z',
  download: 'M8 2.5v8M4.8 7.5 8 10.7l3.2-3.2M3 13.5h10',
  down: 'M8 3v10M4 9l4 4 4-4',
  drift: 'M2.5 3.5h4M2.5 8h4M2.5 12.5h4M9.5 3.5h4M9.5 8h4M9.5 11l3 3M12.5 11l-3 3',
  edit: 'm3 13 .6-2.8 7-7 2.2 2.2-7 7zM9.3 4.5l2.2 2.2',
  endpoints: 'M2.5 8h4M6.5 8 10 4h3.5M6.5 8l3.5 4h3.5M11.5 2l2 2-2 2M11.5 10l2 2-2 2',
  except: 'M2.5 3.5h11L9.5 8.5v4l-3 1.5V8.5zM11 11h4',
  failed: 'M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM6 6l4 4M10 6l-4 4',
  filter: 'M2.5 3.5h11L9.5 8.5v4l-3 1.5V8.5z',
  globe: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM2 8h12M8 2c4 3.8 4 8.2 0 12M8 2c-4 3.8-4 8.2 0 12',
  good: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM5.4 8.2l1.8 1.8 3.4-3.6',
  held: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM6.5 5.8v4.4M9.5 5.8v4.4',
  language:
    'M2 4.5h7M5.5 2.5v2M8 4.5c-.8 3-3 5-6 6.2M3.4 6.8c1 1.8 2.4 3.1 4.2 3.9M8.3 13.5l2.9-7.2 2.9 7.2M9.4 11h3.6',
  light:
    'M10.8 8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  list: 'M5.5 4H14M5.5 8H14M5.5 12H14M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  marked:
    'M4 2.5h8A1.5 1.5 0 0 1 13.5 4v8a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 12V4A1.5 1.5 0 0 1 4 2.5zM5 8.2l2 2 4-4.2',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  off: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM4 12l8-8',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  pin: 'M6 2h4l-.5 4 2.5 2.5H4L6.5 6zM8 8.5V14',
  plug: 'M6 2.5v3M10 2.5v3M4.5 5.5h7v2.2a3.5 3.5 0 0 1-7 0zM8 11.2V14',
  play: 'm4.5 3 8 5-8 5z',
  plus: 'M8 3v10M3 8h10',
  replay: 'M2.5 8A5.5 5.5 0 1 0 4.4 3.8L2.5 5.5M2.5 2.5v3h3M6.8 6l3.2 2-3.2 2z',
  reply: 'M6.5 3.5 2.5 7.5l4 4M2.5 7.5H9a4.5 4.5 0 0 1 4.5 4.5v.5',
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.5 10.5l3 3',
  right: 'm6 4 4 4-4 4',
  send: 'M2.5 8 13.5 2.8 10.8 13.2 8 9zM8 9l5.5-6.2',
  shield: 'M8 1.8 13 3.5v4c0 3.2-2 5.5-5 6.7-3-1.2-5-3.5-5-6.7v-4zM5.6 7.8l1.7 1.7 3.1-3.2',
  'shield-bad': 'M8 1.8 13 3.5v4c0 3.2-2 5.5-5 6.7-3-1.2-5-3.5-5-6.7v-4zM6 6l4 4M10 6l-4 4',
  stop: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM6 6h4v4H6z',
  system: 'M2.5 3h11v7.5h-11zM6 13.5h4M8 10.5v3',
  threads: 'M2.5 3h8v5.5h-5L2.5 11zM12.5 6h1v7.5l-2.5-2H6.5v-1',
  thread: 'M2.5 3h4M6 6.3h7.5M6 9.7h7.5M2.5 13h4',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9',
  trigger: 'M9 1.8 3.5 9H8l-1 5.2L12.5 7H8z',
  turning: 'M13.5 8A5.5 5.5 0 1 1 11.6 3.8L13.5 5.5M13.5 2.5v3h-3',
  upload: 'M8 10.7v-8M4.8 5.7 8 2.5l3.2 3.2M3 13.5h10',
  up: 'M8 13V3M4 7l4-4 4 4',
  view: 'M2.5 4h7M12.5 4h1M2.5 8h2M7.5 8h6M2.5 12h6M11.5 12h2M9.5 2.8v2.4M6 6.8v2.4M10 10.8v2.4',
  warning: 'M8 2.3 14.2 13H1.8zM8 6.5v3M8 11.2v.1',
} as const;

export type IconName = keyof typeof paths | 'pending';
export const iconNames = [...Object.keys(paths), 'pending'] as readonly IconName[];

export function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  return (
    <svg className={small ? 'icon small' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      {name === 'pending' ? (
        <circle cx="8" cy="8" r="6" strokeDasharray="2.2 2.5" />
      ) : (
        <path d={paths[name]} strokeWidth={name === 'more' ? 2.4 : undefined} />
      )}
    </svg>
  );
}
