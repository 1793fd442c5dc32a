/** Says what a pack did, as in "failed to read a body": each place in its code once, whatever the payload. */
export type TellFailure = (what: string, error: unknown) => void;

/** Of one pack; the rest would be more of the same. */
const mostSaid = 50;

export function sayOnce(pack: string, report: (message: string) => void): TellFailure {
  const said = new Set<string>();
  return (what, error) => {
    // How long it took differs each time too.
    const key = what.startsWith('is slow') ? what : `${what} ${placeOf(error)}`;
    if (said.has(key) || said.size >= mostSaid) return;
    said.add(key);
    report(`The pack '${pack}' ${what}: ${reasonOf(error)}`);
  };
}

/** Some throw what is no error, and an error's message may be anything. */
export function reasonOf(error: unknown): string {
  try {
    const text = error instanceof Error ? error.message : String(error);
    return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  } catch {
    return 'it threw something that cannot be shown';
  }
}

const longest = 300;

/** Where in the pack's code; the message may quote the payload and differ each time. */
function placeOf(error: unknown): string {
  try {
    const line = error instanceof Error ? error.stack?.match(/^\s+at .*$/m)?.[0] : undefined;
    return line ?? reasonOf(error);
  } catch {
    return '';
  }
}
