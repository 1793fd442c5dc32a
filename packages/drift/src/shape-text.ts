import type { ShapeFormat } from '@hooktap/protocol';
import type { DescribedType } from './described-type.ts';
import { jsonSchemaText } from './json-schema.ts';
import { typescriptText } from './typescript-text.ts';
import { zodText } from './zod-text.ts';

const writers = { typescript: typescriptText, 'json-schema': jsonSchemaText, zod: zodText };

/** The type under that name, as it is pasted into a project. `bodies`: so many were looked at. */
export const shapeText = (format: ShapeFormat, type: DescribedType, name: string, bodies: number): string =>
  writers[format](type, name, bodies);
