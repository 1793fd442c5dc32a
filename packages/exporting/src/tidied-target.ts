/** Of an absolute URL what follows its authority, as it is written. */
const targetOf = (url: string): string => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/i.exec(url)?.[1] ?? url;

/** Whether who reads the URL by the URL standard (https://url.spec.whatwg.org), as fetch does, asks for another target. */
export function isTidiedByStandard(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { pathname, search } = new URL(url);
  return `${pathname}${search}` !== targetOf(url);
}

/** As RFC 3986 §2.3 has them: escaping them means nothing. */
const unreserved = /[A-Za-z0-9._~-]/;
const notAllowed = /[^A-Za-z0-9._~!$&'()*+,;=:@%/?-]|%(?![0-9A-Fa-f]{2})/;
const dotSegment = /\/\.{1,2}(?:\/|$)/;

function isRewritten(written: string): boolean {
  const character = String.fromCharCode(Number.parseInt(written.slice(1), 16));
  return unreserved.test(character) || written !== written.toUpperCase();
}

/** Whether who tidies by RFC 3986 §6.2.2, as Python's requests and its urllib3 do, asks for another target. */
export function isTidiedByRfc3986(url: string): boolean {
  const target = targetOf(url);
  const [path = ''] = target.split('?', 1);
  // An empty query is left out.
  if (!target.startsWith('/') || target === `${path}?` || dotSegment.test(path)) return true;
  if (notAllowed.test(target)) return true;
  return (target.match(/%[0-9A-Fa-f]{2}/g) ?? []).some(isRewritten);
}
