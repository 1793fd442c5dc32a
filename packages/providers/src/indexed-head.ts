import type { RequestHead } from '@hooktap/core';
import { topLevelFields } from './top-level-fields.ts';

/** A request's head, indexed once for all packs. */
export interface IndexedHead {
  readonly method: string;
  readonly path: string;
  /** What follows `?`, undecoded; empty where nothing does. */
  readonly query: string;
  /** The first value of a header; the name in lower case. */
  header(name: string): string | undefined;
  /** The beginning of the body, one character per byte. */
  text(): string;
  /**
   * The top-level fields of a JSON body as far as its beginning goes: the text of strings, `{` and `[` for
   * nested values, the literal for all else. Empty for anything that does not begin as an object.
   */
  fields(): ReadonlyMap<string, string>;
}

const looked = 4096;

export function indexHead(head: RequestHead): IndexedHead {
  let text: string | undefined;
  let fields: ReadonlyMap<string, string> | undefined;
  const readText = (): string => {
    text ??= head.beginning.toString('latin1', 0, looked);
    return text;
  };
  return {
    method: head.method,
    path: head.path,
    query: head.requestTarget.slice(head.path.length + 1),
    header: (name) => firstValue(head.rawHeaders, name),
    text: readText,
    fields: () => {
      fields ??= topLevelFields(head.beginning.subarray(0, looked));
      return fields;
    },
  };
}

/** All packs together ask for some thirty names: looking costs less than a map of every header would. */
function firstValue(headers: RequestHead['rawHeaders'], lower: string): string | undefined {
  for (const [name, value] of headers) {
    if (name.length === lower.length && (name === lower || name.toLowerCase() === lower)) return value;
  }
  return undefined;
}
