/** One line of JSON for the process that started this one. */
export const say = (message: object): void => void process.stdout.write(`${JSON.stringify(message)}\n`);

/** Ends this process when the one that started it closes its input, also by dying. */
export function endWithParent(): void {
  process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0));
  process.stdin.resume();
}
