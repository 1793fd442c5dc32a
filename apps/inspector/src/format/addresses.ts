/** `localhost:3000` of `http://localhost:3000/hooks`: what a person calls their target. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
