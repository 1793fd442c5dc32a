import type { FrameworkFix } from '@hooktap/protocol';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { CopyButton } from '../parts/CopyButton.tsx';
import { DocsLink } from './DocsLink.tsx';

const KEY = 'hooktap.framework';

/** The fix in the handler's own framework; remembers which that is. */
export function FrameworkFixes({ fixes }: { readonly fixes: readonly FrameworkFix[] }) {
  const [chosen, setChosen] = useState(() => window.localStorage.getItem(KEY));
  const value = fixes.some(({ framework }) => framework === chosen) ? chosen : fixes[0]?.framework;
  return (
    <section className="section" aria-label="In your handler">
      <h3 className="section-head">In your handler</h3>
      <Tabs.Root
        value={value ?? ''}
        onValueChange={(next) => {
          setChosen(next);
          window.localStorage.setItem(KEY, next);
        }}
      >
        <Tabs.List className="framework-tabs" aria-label="Framework">
          {fixes.map(({ framework, title }) => (
            <Tabs.Trigger key={framework} value={framework} className="framework-tab">
              {title}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {fixes.map(({ framework, says, code, docs, title }) => (
          <Tabs.Content key={framework} value={framework} className="framework-fix">
            <p className="second">{says}</p>
            <pre className="signature-code">
              <code>{code}</code>
            </pre>
            <p className="framework-foot">
              <CopyButton text={code} what={`the lines for ${title}`} look="button plain" />
              <DocsLink url={docs}>{title} documentation</DocsLink>
            </p>
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </section>
  );
}
