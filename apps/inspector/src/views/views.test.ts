import { expect, test } from 'vitest';
import { fittingViews, type ViewSize, widthOfView } from './fit-views.ts';
import { movedView, renamedView } from './saved-views.ts';

const view = (letters: number): ViewSize => ({ letters, figures: 2, hasIcon: false });

test('as many stand in the row as there is room for, in their order', () => {
  const views = [view(3), view(10), view(4)];
  expect(fittingViews(views, 1000)).toBe(3);
  expect(fittingViews(views, widthOfView(view(3)))).toBe(1);
  expect(fittingViews(views, 10)).toBe(0);
});

const views = ['a', 'b', 'c'].map((name) => ({ name, q: name }));

test('a view moves one place and not beyond the ends', () => {
  expect(movedView(views, 0, 1).map(({ name }) => name)).toEqual(['b', 'a', 'c']);
  expect(movedView(views, 0, -1)).toBe(views);
  expect(movedView(views, 2, 1)).toBe(views);
});

test('a name that is empty or taken is not taken', () => {
  expect(renamedView(views, 0, ' d ')?.[0]).toEqual({ name: 'd', q: 'a' });
  expect(renamedView(views, 0, 'b')).toBeNull();
  expect(renamedView(views, 0, '  ')).toBeNull();
  expect(renamedView(views, 0, 'a')).toEqual(views);
});
