import * as z from 'zod';

/** The format of segment files that this code writes. 0 had no header line. */
export const segmentFormat = 1;

const Header = z.object({ hooktap: z.literal('segment'), version: z.number().int().positive() });

/** The first line of a segment. */
export const headerLine = Buffer.from(`${JSON.stringify({ hooktap: 'segment', version: segmentFormat })}\n`);

/** The version that a header line names; undefined for any other line. */
export function headerVersion(line: Buffer): number | undefined {
  if (line.length > 200) return undefined;
  try {
    return Header.safeParse(JSON.parse(line.toString('utf8'))).data?.version;
  } catch {
    return undefined;
  }
}

/** Data of a later Hooktap: not ours to touch. */
export class NewerFormatError extends Error {
  constructor(path: string, version: number) {
    super(
      `${path} is of format ${version}, this Hooktap knows up to ${segmentFormat}. Use the newer Hooktap that wrote it, or another --data-dir.`,
    );
    this.name = 'NewerFormatError';
  }
}
