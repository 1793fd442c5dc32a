const KEY = 'hooktap.token';

/** Takes the token of `/#token=…` into storage and out of the address; else the one kept before. */
export function takeToken(): string | null {
  const given = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (given) {
    window.localStorage.setItem(KEY, given);
    window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}`);
    return given;
  }
  return window.localStorage.getItem(KEY);
}
