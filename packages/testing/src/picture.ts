import { PNG } from 'pngjs';

/** Pixels, four bytes each (red, green, blue, alpha), row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function readPng(bytes: Buffer): Picture {
  const { width, height, data } = PNG.sync.read(bytes);
  return { width, height, data };
}

/** Each pixel of the result is the mean of `by` × `by` pixels; what is left over at the edges is dropped. */
export function scaledDown(picture: Picture, by: number): Picture {
  const width = Math.floor(picture.width / by);
  const height = Math.floor(picture.height / by);
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (let row = 0; row < by; row++) {
          const from = ((y * by + row) * picture.width + x * by) * 4 + channel;
          for (let column = 0; column < by; column++) sum += picture.data[from + column * 4] ?? 0;
        }
        data[(y * width + x) * 4 + channel] = Math.round(sum / (by * by));
      }
    }
  }
  return { width, height, data };
}
