import type { RawHeaders } from '@hooktap/protocol';

/** The value put in place of the first header of that name, whose spelling stays; others of the name go. */
export function withHeader(headers: RawHeaders, name: string, value: string): RawHeaders {
  const wanted = name.toLowerCase();
  const first = headers.findIndex(([candidate]) => candidate.toLowerCase() === wanted);
  if (first < 0) return [...headers, [name, value]];
  return headers.flatMap((header, index): RawHeaders => {
    if (index === first) return [[header[0], value]];
    return header[0].toLowerCase() === wanted ? [] : [header];
  });
}

export function withoutHeaders(headers: RawHeaders, names: readonly string[]): RawHeaders {
  return headers.filter(([name]) => !names.includes(name.toLowerCase()));
}
