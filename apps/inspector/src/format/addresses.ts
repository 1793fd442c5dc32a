/** `localhost:3000` of `http://localhost:3000/hooks`: what a person calls their target. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

/** The same in little room: `:3000` where it is on this machine. */
export function shortHost(url: string): string {
  return hostOf(url).replace(/^(?:localhost|127\.0\.0\.1)(?=:)/, '');
}
