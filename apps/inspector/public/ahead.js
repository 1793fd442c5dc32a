// While the page's script is still being read, the list's first page is asked for already.
// src/connection/asked-ahead.ts takes the answer where it asks the same.
try {
  const { hash, origin, pathname, search } = window.location;
  const token = new URLSearchParams(hash.slice(1)).get('token') || localStorage.getItem('hooktap.token');
  const isList = /^\/(events(\/|$)|$)/.test(pathname);
  const q = (isList && new URLSearchParams(search).get('q')) || '';
  if (token) {
    const url = `${origin}/api/events?${new URLSearchParams({ q, limit: '100', within: '60' })}`;
    const response = fetch(url, { headers: { authorization: `Bearer ${token}` } });
    // Whoever takes it hears of a failure.
    response.catch(() => {});
    window.hooktapAhead = { url, token, response };
  }
} catch {
  // Without storage the page asks for itself.
}

// The first formatter of a page reads the browser's data of languages, for which nobody waits here.
new Intl.NumberFormat('en-GB');
