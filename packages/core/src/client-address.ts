import { headerValues, type RawHeaders } from '@hooktap/protocol';

/**
 * Who called the tunnel server, by its own word: each proxy appends the address that it saw to X-Forwarded-For
 * (nginx: `$proxy_add_x_forwarded_for`), so the last entry is the tunnel's and all before it are a sender's to
 * make up. Undefined where there is none.
 */
export function clientAddressOf(headers: RawHeaders): string | undefined {
  const last = headerValues(headers, 'x-forwarded-for').at(-1)?.split(',').at(-1)?.trim();
  return last === '' ? undefined : last;
}
