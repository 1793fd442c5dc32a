/** A request that `public/ahead.js` sent before this script was there. */
interface AskedAhead {
  readonly url: string;
  readonly token: string;
  readonly response: Promise<Response>;
}

declare global {
  interface Window {
    hooktapAhead?: AskedAhead;
  }
}

/** A `fetch` whose first request, where it asks for what was asked ahead with this token, has that answer. */
export function fetchWithAhead(token: string): typeof fetch {
  let ahead = window.hooktapAhead;
  delete window.hooktapAhead;
  return (input, init) => {
    const first = ahead;
    // Later it would be an answer of long ago.
    ahead = undefined;
    return first?.url === input && first.token === token ? first.response : fetch(input, init);
  };
}
