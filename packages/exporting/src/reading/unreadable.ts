import type { ImportEntry } from '@hooktap/core';
import {
  importSentences,
  issueParts,
  type ReasonPart,
  type Saying,
  type Speaker,
  speakerOf,
} from '@hooktap/protocol';
import type * as z from 'zod';

/** What cannot be imported, in English and in codes. */
export const imports: Speaker<typeof importSentences> = speakerOf(importSentences);

/** Where in the file something stands. */
export type FilePlace = Pick<ImportEntry, 'place' | 'placePart'>;

const placeOf = (part: ReasonPart): FilePlace => ({ place: imports.say(part).message, placePart: part });
export const lineAt = (number: number): FilePlace =>
  placeOf(imports.part('line', { number: String(number) }));
export const entryAt = (number: number): FilePlace =>
  placeOf(imports.part('entry', { number: String(number) }));
export const theFile: FilePlace = placeOf(imports.part('whole-file'));

type Unreadable = Extract<ImportEntry, { kind: 'unreadable' }>;

export const unreadable = (
  place: FilePlace,
  { message, parts }: Pick<Unreadable, 'message' | 'parts'>,
): Unreadable => ({ kind: 'unreadable', ...place, message, ...(parts && { parts }) });

/** The first of what a schema found wrong. */
export function issueFault(issue: z.core.$ZodIssue | undefined): Pick<Unreadable, 'message' | 'parts'> {
  if (issue === undefined) return imports.sentence('no-event');
  const path = issue.path.map(String).join('.');
  const where = path === '' ? imports.part('in-line') : imports.part('in-path', { path });
  const message = `${imports.say(where).message} ${issue.message}.`;
  const parts = issueParts(issue);
  return parts ? { message, parts: [where, ...parts] } : { message };
}

/** Why JSON.parse refused, without what it quotes of the text. */
export function jsonFault(error: unknown): Saying {
  const message = error instanceof Error ? error.message : '';
  if (/end of JSON/i.test(message)) return imports.sentence('json-early');
  const [, position, line, column] = /position (\d+)(?: \(line (\d+) column (\d+)\))?/.exec(message) ?? [];
  if (position === undefined) return imports.sentence('json-unread');
  return line === undefined || column === undefined
    ? imports.sentence('json-at', { position })
    : imports.sentence('json-at-line', { position, line, column });
}
