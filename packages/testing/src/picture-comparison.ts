import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { type Picture, scaledDown } from './picture.ts';

/**
 * `exact`: pixel by pixel, for the browser and the fonts that made the reference.
 * `coarse`: where the masses lie, for others; letters may be drawn otherwise, but panes and lines stay.
 */
export type Closeness = 'exact' | 'coarse';

export type PictureComparison =
  | { readonly kind: 'alike' }
  | { readonly kind: 'other-size'; readonly message: string }
  /** `share` of the pixels, or cells, that differ, from 0 to 1; `marked` is a PNG that shows which. */
  | { readonly kind: 'different'; readonly share: number; readonly message: string; readonly marked: Buffer };

/** Shares of a picture that may differ: some letters of a time, or text that was set a little otherwise. */
const tolerated: Readonly<Record<Closeness, number>> = { exact: 0.003, coarse: 0.08 };
/** Of a colour, from 0 to 1, as pixelmatch has it. */
const COLOUR_THRESHOLD = 0.15;
const CELL = 10;
/** Steps of 255 by which the mean of a cell may differ. */
const CELL_THRESHOLD = 28;

export function comparePictures(
  actual: Picture,
  reference: Picture,
  closeness: Closeness,
): PictureComparison {
  const { width, height } = reference;
  if (actual.width !== width || actual.height !== height) {
    const message = `It is ${actual.width} × ${actual.height} pixels, its reference ${width} × ${height}.`;
    return { kind: 'other-size', message };
  }
  const diff = new PNG({ width, height });
  const pixels = pixelmatch(actual.data, reference.data, diff.data, width, height, {
    threshold: COLOUR_THRESHOLD,
  });
  const share = closeness === 'exact' ? pixels / (width * height) : cellsApart(actual, reference);
  if (share <= tolerated[closeness]) return { kind: 'alike' };
  const what = closeness === 'exact' ? 'pixels' : `cells of ${CELL} × ${CELL} pixels`;
  const message = `${percent(share)} of its ${what} differ; ${percent(tolerated[closeness])} may.`;
  return { kind: 'different', share, message, marked: PNG.sync.write(diff) };
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

function cellsApart(actual: Picture, reference: Picture): number {
  const [one, other] = [scaledDown(actual, CELL), scaledDown(reference, CELL)];
  const cells = one.width * one.height;
  let apart = 0;
  for (let cell = 0; cell < cells; cell++) {
    const steps = [0, 1, 2].map((channel) => {
      const at = cell * 4 + channel;
      return Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0));
    });
    if (Math.max(...steps) > CELL_THRESHOLD) apart++;
  }
  return cells === 0 ? 0 : apart / cells;
}
