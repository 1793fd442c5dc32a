/** A request that anyone with curl can send, on lines that fit. */
export function curlLine(url: string): string {
  return [
    `curl -X POST ${url.replace(/\/+$/, '')}/webhooks/test \\`,
    "  -H 'Content-Type: application/json' \\",
    `  -d '{"type":"message.inbound","data":{"text":"Hello"}}'`,
  ].join('\n');
}
