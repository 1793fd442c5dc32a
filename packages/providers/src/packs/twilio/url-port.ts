/**
 * The URL without its port where it names one, with the scheme's own port where it names none. Twilio signs
 * either, and its verifiers try both. The rest keeps every character.
 */
export function toggledPort(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(url);
  if (!match) return url;
  const [prefix, scheme = '', authority = ''] = match;
  const rest = url.slice(prefix.length);
  const port = /:\d*$/.exec(authority);
  const host = port
    ? authority.slice(0, port.index)
    : `${authority}:${scheme.toLowerCase() === 'https' ? 443 : 80}`;
  return `${scheme}://${host}${rest}`;
}
