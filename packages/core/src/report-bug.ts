/**
 * The last resort for what nothing foresaw: the person sees it on standard error, and Hooktap goes on.
 * Only the stack, which is ours, is told; a payload never is.
 */
export function reportBug(where: string, bug: unknown): void {
  const told = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
  process.stderr.write(`Hooktap failed ${where}. Please report this:\n${safe(told)}\n`);
}

/** An error's message may quote what a stranger sent: nothing of it must act on a terminal. */
const safe = (text: string): string =>
  text.replace(/[^\P{C}\n\t]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
