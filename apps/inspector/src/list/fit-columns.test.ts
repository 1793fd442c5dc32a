import { expect, test } from 'vitest';
import { movedColumn } from './column-order.ts';
import { fitColumns } from './fit-columns.ts';

const plain = { hiddenColumns: [], shownColumns: [], columnOrder: [], columnWidths: {} };
const everything = { hasTypes: true, hasProviders: true, hasVerdicts: true };
const nothing = { hasTypes: false, hasProviders: false, hasVerdicts: false };
const names = (...given: Parameters<typeof fitColumns>) =>
  fitColumns(...given).columns.map(({ name }) => name);

test('a wide list has all but the extra columns, and none that would stand empty', () => {
  expect(names(1000, everything, plain)).toEqual([
    'mark',
    'time',
    'from',
    'type',
    'subject',
    'request',
    'signature',
    'reply',
    'delivery',
    'took',
    'size',
  ]);
  expect(names(1000, nothing, plain)).toEqual([
    'mark',
    'time',
    'request',
    'subject',
    'reply',
    'delivery',
    'took',
    'size',
  ]);
});

test('columns give way in their order, the essential ones never', () => {
  expect(names(700, everything, plain)).not.toContain('request');
  expect(names(700, everything, plain)).toContain('from');
  expect(names(300, everything, plain)).toEqual(['mark', 'time', 'type', 'subject', 'delivery']);
});

test('what was ticked by hand gives way last', () => {
  const chosen = { ...plain, shownColumns: ['method'] };
  expect(names(760, everything, plain)).toContain('took');
  expect(names(760, everything, chosen)).toContain('method');
  expect(names(760, everything, chosen)).not.toContain('request');
  expect(names(300, everything, chosen)).toEqual(names(300, everything, plain));
});

test('by threads the request makes room for what their heads tell', () => {
  const grouped = { ...everything, isGrouped: true };
  expect(names(1000, grouped, plain)).not.toContain('request');
  expect(names(1000, grouped, { ...plain, shownColumns: ['request'] })).toContain('request');
  // Where there are no types, nothing else says what an event is.
  expect(names(1000, { ...nothing, isGrouped: true }, plain)).toContain('request');
});

test('what was chosen by hand holds', () => {
  const chosen = {
    ...plain,
    hiddenColumns: ['size'],
    shownColumns: ['endpoint'],
    columnWidths: { type: 200 },
  };
  const fitted = fitColumns(1200, everything, chosen);
  expect(fitted.columns.map(({ name }) => name)).toContain('endpoint');
  expect(fitted.columns.map(({ name }) => name)).not.toContain('size');
  expect(fitted.template).toContain('minmax(0, 200px)');
});

test('one column always takes what is left', () => {
  const chosen = { ...plain, columnWidths: { subject: 200 } };
  expect(fitColumns(1200, everything, chosen).template).toMatch(/1fr\)$/);
});

test('columns stand in the order chosen, the mark first', () => {
  const order = movedColumn([], 'delivery', 'time');
  expect(names(1000, everything, { ...plain, columnOrder: order }).slice(0, 4)).toEqual([
    'mark',
    'delivery',
    'time',
    'from',
  ]);
  const last = movedColumn(order, 'time', null);
  expect(names(1000, everything, { ...plain, columnOrder: last }).at(-1)).toBe('time');
  expect(names(1000, nothing, { ...plain, columnOrder: last })).toContain('request');
  expect(movedColumn(last, 'nonsense', null)).toEqual(last);
});
