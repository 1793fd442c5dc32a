/**
 * What every answer carries, errors too. No CORS header is among them: no other page may read anything here.
 * `host` is a Host header that passed the guard; the page's own WebSocket needs it in the policy.
 */
export function answerHeaders(host?: string): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data: blob:",
      // Safari's 'self' does not cover ws:.
      `connect-src 'self'${host === undefined ? '' : ` ws://${host}`}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}
