/** A network error of Node, or of the registration getter, in words that end a sentence for a person. */
export function describeNetworkFailure(error: Error, host: string): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the name ${host} cannot be resolved (DNS; is this machine online?)`;
    case 'ECONNREFUSED':
      return `${host} refused the connection`;
    case 'ECONNRESET':
    case 'EPIPE':
      return `${host} broke the connection off`;
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'ENETDOWN':
      return `there is no route to ${host} (is this machine online?)`;
    case 'ETIMEDOUT':
    case 'TimeoutError':
    case 'ABORT_ERR':
      return `${host} did not answer in time`;
  }
  if (/CERT|TLS|SSL|EPROTO|SIGNED|ISSUER/.test(code)) return `TLS with ${host} failed (${code})`;
  return `${host}: ${error.message || code}`;
}
