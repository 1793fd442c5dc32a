import type { ReactNode } from 'react';
import './docs-link.css';
import { webAddress } from './signature-words.ts';

/** To a provider's or framework's own page, in a tab of its own. */
export function DocsLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const href = webAddress(url);
  if (href === undefined) return null;
  return (
    <a className="docs-link" href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
