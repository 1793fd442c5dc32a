import { type Found, findInText } from './find-in-text.ts';
import { type FormRows, formRows } from './form-fields.ts';
import { type MultipartReading, multipartParts } from './multipart-parts.ts';
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
  | { readonly kind: 'find'; readonly text: string; readonly wanted: string }
  | { readonly kind: 'form'; readonly text: string }
  | { readonly kind: 'parts'; readonly bytes: Uint8Array; readonly boundary: string };

export interface BodyResults {
  read: BodyReading;
  wrap: WrappedText;
  find: Found;
  form: FormRows;
  parts: MultipartReading;
}

export function doBodyTask(task: BodyTask): BodyResults[keyof BodyResults] {
  switch (task.kind) {
    case 'read':
      return readBody(task.bytes, task.isWhole, task.contentType);
    case 'wrap':
      return wrapText(task.text, task.cells);
    case 'find':
      return findInText(task.text, task.wanted);
    case 'form':
      return formRows(task.text);
    case 'parts':
      return multipartParts(task.bytes, task.boundary);
  }
}
