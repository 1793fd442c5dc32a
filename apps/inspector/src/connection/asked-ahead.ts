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

/** A `fetch` that answers the first request of this token for what was asked ahead with that answer. */
export function fetchWithAhead(token: string): typeof fetch {
  return (input, init) => {
    const ahead = window.hooktapAhead;
    if (ahead?.url !== input || ahead.token !== token) return fetch(input, init);
    delete window.hooktapAhead;
    return ahead.response;
  };
}
