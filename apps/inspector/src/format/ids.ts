/** Cut in the middle: `evt_01kbj4…6v9d`. */
export function shortId(id: string): string {
  return id.length <= 16 ? id : `${id.slice(0, 10)}…${id.slice(-4)}`;
}
