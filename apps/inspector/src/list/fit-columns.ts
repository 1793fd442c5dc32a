import type { ViewSettings } from '../layout/view-settings.ts';
import { orderedColumns } from './column-order.ts';
import type { Column } from './columns.tsx';

const GAP = 8;
/** Of a row, to the left and right of its cells. */
const PADDING = 22;

/** What the loaded events have, so that no column stands empty. */
export interface WhatThereIs {
  readonly hasTypes: boolean;
  readonly hasProviders: boolean;
  readonly hasVerdicts: boolean;
  /** By threads: what a thread's head tells needs the room. */
  readonly isGrouped?: boolean;
}

export interface FittedColumns {
  readonly columns: readonly Column[];
  /** For `grid-template-columns`. */
  readonly template: string;
}

type Chosen = Pick<ViewSettings, 'hiddenColumns' | 'shownColumns' | 'columnOrder' | 'columnWidths'>;

/** Whether a column is to be seen where there is room for it. */
export function isWanted(column: Column, there: WhatThereIs, chosen: Chosen): boolean {
  if (column.name === 'mark') return true;
  if (chosen.hiddenColumns.includes(column.name)) return false;
  if (chosen.shownColumns.includes(column.name)) return true;
  if (there.isGrouped && column.name === 'reply') return false;
  // Without types nothing else would say what an event is.
  if (there.isGrouped && there.hasTypes && column.name === 'request') return false;
  if (column.name === 'type') return there.hasTypes;
  if (column.name === 'from') return there.hasProviders;
  if (column.name === 'signature') return there.hasVerdicts;
  return !column.isExtra;
}

/** While no event has a type the path speaks in its place. */
function withoutTypes(column: Column): Column {
  return column.name === 'request' ? { ...column, width: 140, grows: true, givesWay: 0 } : column;
}

function arranged(wanted: readonly Column[], hasTypes: boolean, isChosen: boolean): readonly Column[] {
  if (hasTypes) return wanted;
  if (isChosen) return wanted.map((column) => (column.name === 'request' ? withoutTypes(column) : column));
  const isRequest = ({ name }: Column) => name === 'request';
  const at = wanted.findIndex(({ name }) => name === 'subject');
  const others = wanted.filter((column) => !isRequest(column));
  const request = wanted.filter(isRequest).map(withoutTypes);
  return at < 0 ? [...others, ...request] : [...others.slice(0, at), ...request, ...others.slice(at)];
}

function firstToGive(columns: readonly Column[]): Column | null {
  return columns.reduce<Column | null>(
    (found, column) => (column.givesWay > (found?.givesWay ?? 0) ? column : found),
    null,
  );
}

/** The columns that there is room for in `width` pixels; those ticked by hand give way last. */
export function fitColumns(width: number, there: WhatThereIs, chosen: Chosen): FittedColumns {
  const widthOf = ({ name, width: usual }: Column) => chosen.columnWidths[name] ?? usual;
  let shown = arranged(
    orderedColumns(chosen.columnOrder).filter((column) => isWanted(column, there, chosen)),
    there.hasTypes,
    chosen.columnOrder.length > 0,
  );
  const needs = () => shown.reduce((sum, column) => sum + widthOf(column) + GAP, PADDING - GAP);
  while (needs() > width) {
    const isChosen = ({ name }: Column) => chosen.shownColumns.includes(name);
    const first = firstToGive(shown.filter((column) => !isChosen(column))) ?? firstToGive(shown);
    if (!first) break;
    shown = shown.filter((column) => column !== first);
  }
  const growing = shown.some(({ grows, name }) => grows && chosen.columnWidths[name] === undefined);
  const template = shown.map((column, index) => {
    const pixels = widthOf(column);
    const grows = growing
      ? column.grows && chosen.columnWidths[column.name] === undefined
      : index === shown.length - 1;
    return grows ? `minmax(${pixels}px, 1fr)` : `minmax(0, ${pixels}px)`;
  });
  return { columns: shown, template: template.join(' ') };
}
