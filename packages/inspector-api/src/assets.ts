import express, { Router } from 'express';

/** The screen: static files, and its one page for every path that a browser navigates to. */
export function serveAssets(directory: string): Router {
  const router = Router({ caseSensitive: true, strict: true });
  // No validators or ranges: a 304 or 206 has no use where nothing may be stored.
  const plain = { cacheControl: false, etag: false, lastModified: false, acceptRanges: false };
  router.use(express.static(directory, { ...plain, index: false, redirect: false }));
  router.use((request, response, next) => {
    const navigates = request.method === 'GET' || request.method === 'HEAD';
    const wantsPage = request.path === '/' || (request.headers.accept ?? '').includes('text/html');
    if (!navigates || !wantsPage) return next();
    // A missing page is a 404 like any other.
    response.sendFile('index.html', { ...plain, root: directory }, (error) => error && next());
  });
  return router;
}
