import type { EventId, FileFormat } from '@hooktap/protocol';

/** Which events are to go out; an empty `q`: all. */
export type ExportChoice = { readonly ids: readonly EventId[] } | { readonly q: string };

interface FileKind {
  readonly format: FileFormat;
  readonly safe: boolean;
}

const two = (n: number) => String(n).padStart(2, '0');

/** A name of our own making: nothing that was captured is in it. */
export function exportFileName(choice: ExportChoice, { format, safe }: FileKind, at: Date): string {
  const [only, ...more] = 'ids' in choice ? choice.ids : [];
  const what = only !== undefined && more.length === 0 ? only : 'events';
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  const time = `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
  return `hooktap-${what}-${day}-${time}${safe ? '-safe' : ''}.${format}`;
}
