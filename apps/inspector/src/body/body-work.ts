import { type Found, findInText } from './find-in-text.ts';
import { type BodyReading, readBody } from './read-body.ts';
import { type WrappedText, wrapText } from './wrap-text.ts';

/** Work on a body that takes long where the body is large. */
export type BodyTask =
  | {
      readonly kind: 'read';
      readonly bytes: Uint8Array;
      readonly isWhole: boolean;
      readonly contentType: string;
    }
  | { readonly kind: 'wrap'; readonly text: string; readonly cells: number }
  | { readonly kind: 'find'; readonly text: string; readonly wanted: string };

export interface BodyResults {
  read: BodyReading;
  wrap: WrappedText;
  find: Found;
}

export function doBodyTask(task: BodyTask): BodyResults[keyof BodyResults] {
  switch (task.kind) {
    case 'read':
      return readBody(task.bytes, task.isWhole, task.contentType);
    case 'wrap':
      return wrapText(task.text, task.cells);
    case 'find':
      return findInText(task.text, task.wanted);
  }
}
