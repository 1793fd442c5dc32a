import { part, type Reason } from './reason.ts';

/** A network error of Node, or of the registration getter, in words that end a sentence for a person. */
export function describeNetworkFailure(error: Error, host: string): Reason {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const said = (name: string, reason: string): Reason => ({ reason, parts: [part(name, { host, code })] });
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return said('dns', `the name ${host} cannot be resolved (DNS; is this machine online?)`);
    case 'ECONNREFUSED':
      return said('refused', `${host} refused the connection`);
    case 'ECONNRESET':
    case 'EPIPE':
      return said('broke-off', `${host} broke the connection off`);
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'ENETDOWN':
      return said('no-route', `there is no route to ${host} (is this machine online?)`);
    case 'ETIMEDOUT':
    case 'TimeoutError':
    case 'ABORT_ERR':
      return said('late', `${host} did not answer in time`);
  }
  if (/CERT|TLS|SSL|EPROTO|SIGNED|ISSUER/.test(code)) return said('tls', `TLS with ${host} failed (${code})`);
  return said('failed', `${host}: ${error.message || code}`);
}
