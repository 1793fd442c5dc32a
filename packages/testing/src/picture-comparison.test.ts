import { expect, it } from 'vitest';
import { palettePng } from './palette-png.ts';
import { type Picture, readPng, scaledDown } from './picture.ts';
import { comparePictures } from './picture-comparison.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** A picture of 200 × 100 pixels on which a box is drawn. */
function boxAt(left: number, [red, green, blue]: Colour = [58, 82, 207]): Picture {
  const [width, height] = [200, 100];
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 20; y < 60; y++)
    for (let x = left; x < left + 40; x++) data.set([red, green, blue], (y * width + x) * 4);
  return { width, height, data };
}

it('finds what moved and what took another colour, and lets nothing else pass for it', () => {
  expect(comparePictures(boxAt(20), boxAt(20), 'exact')).toEqual({ kind: 'alike' });
  expect(comparePictures(boxAt(24), boxAt(20), 'exact')).toMatchObject({ kind: 'different', share: 0.016 });
  expect(comparePictures(boxAt(20, [179, 33, 42]), boxAt(20), 'exact').kind).toBe('different');
});

it('looks coarsely at what another browser drew', () => {
  expect(comparePictures(boxAt(22), boxAt(20), 'coarse')).toEqual({ kind: 'alike' });
  expect(comparePictures(boxAt(120), boxAt(20), 'coarse').kind).toBe('different');
});

it('says that the sizes differ', () => {
  const small = scaledDown(boxAt(20), 2);
  expect(small).toMatchObject({ width: 100, height: 50 });
  expect(comparePictures(small, boxAt(20), 'exact')).toEqual({
    kind: 'other-size',
    message: 'It is 100 × 50 pixels, its reference 200 × 100.',
  });
});

it('keeps a picture of many colours within the tolerance with a few', () => {
  const many = boxAt(20);
  for (let pixel = 0; pixel < 400; pixel++) many.data.set([pixel % 256, (pixel * 7) % 256, 90], pixel * 4);
  const kept = readPng(palettePng(boxAt(20)));
  expect(comparePictures(boxAt(20), kept, 'exact')).toEqual({ kind: 'alike' });
  const few = new Set(Array.from(new Uint32Array(readPng(palettePng(many, 16)).data.buffer)));
  expect(few.size).toBeLessThanOrEqual(16);
});
