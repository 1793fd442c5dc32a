import { useSyncExternalStore } from 'react';
import * as z from 'zod';
import { languages } from '../messages/language.ts';

const KEY = 'hooktap.view';
/** Of how much time the strip of arrivals tells, the longest first. */
export const arrivalSpans = ['all', '24h', '1h', '15m', 'off'] as const;

/** Pixels that a column may have. */
export const columnWidth = { least: 32, most: 1200 } as const;

/** How this browser likes to see things; nothing of it concerns what was captured. */
const ViewSettings = z.object({
  density: z.enum(['comfortable', 'compact']).catch('compact'),
  times: z.enum(['clock', 'relative']).catch('clock'),
  headers: z.enum(['table', 'explained', 'raw']).catch('table'),
  /** Names of the columns taken away or brought in by hand; the rest stands as it comes. */
  hiddenColumns: z.array(z.string()).catch([]),
  shownColumns: z.array(z.string()).catch([]),
  /** Names of columns in the order chosen; those that are not named stand where they come. */
  columnOrder: z.array(z.string()).catch([]),
  columnWidths: z.record(z.string(), z.number().min(columnWidth.least).max(columnWidth.most)).catch({}),
  /** Of what the browser tells while another tab is in front. */
  notices: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('off') }),
      z.object({ kind: z.literal('failures') }),
      z.object({ kind: z.literal('all') }),
      z.object({ kind: z.literal('view'), q: z.string().max(4096) }),
    ])
    .catch({ kind: 'off' }),
  noticeSound: z.boolean().catch(false),
  grouping: z.enum(['flat', 'threads']).catch('flat'),
  arrivals: z.enum(arrivalSpans).catch('all'),
  /** Of a comparison: beside each other, or below each other as in a patch. */
  comparison: z.enum(['beside', 'below']).catch('beside'),
  dimAlwaysChanging: z.boolean().catch(true),
  language: z.enum([...languages, 'system']).catch('system'),
});
export type ViewSettings = z.infer<typeof ViewSettings>;

const changed = new EventTarget();

function read(): ViewSettings {
  try {
    return ViewSettings.parse(JSON.parse(window.localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return ViewSettings.parse({});
  }
}

let current: ViewSettings | null = null;
export function viewNow(): ViewSettings {
  current ??= read();
  return current;
}

export function onViewChange(onChange: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key !== KEY) return;
    current = null;
    onChange();
  };
  changed.addEventListener('changed', onChange);
  // Of another tab.
  window.addEventListener('storage', onStorage);
  return () => {
    changed.removeEventListener('changed', onChange);
    window.removeEventListener('storage', onStorage);
  };
}

export function changeView(change: Partial<ViewSettings>): void {
  current = { ...viewNow(), ...change };
  try {
    window.localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Without storage it holds until the page is closed.
  }
  changed.dispatchEvent(new Event('changed'));
}

export function useView(): ViewSettings {
  return useSyncExternalStore(onViewChange, viewNow);
}
