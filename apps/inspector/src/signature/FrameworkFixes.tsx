import type { FrameworkFix } from '@hooktap/protocol';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { signature } from '../messages/signature/en.ts';
import { useT } from '../messages/use-t.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { SaidWords } from '../parts/SaidWords.tsx';
import { DocsLink } from './DocsLink.tsx';
import { doctorSaid } from './signature-words.ts';

const KEY = 'hooktap.framework';

/** The fix in the handler's own framework; remembers which that is. */
export function FrameworkFixes({ fixes }: { readonly fixes: readonly FrameworkFix[] }) {
  const t = useT();
  const [chosen, setChosen] = useState(() => window.localStorage.getItem(KEY));
  const value = fixes.some(({ framework }) => framework === chosen) ? chosen : fixes[0]?.framework;
  return (
    <section className="section" aria-label={t(signature.handler.title)}>
      <h3 className="section-head">{t(signature.handler.title)}</h3>
      <Tabs.Root
        value={value ?? ''}
        onValueChange={(next) => {
          setChosen(next);
          window.localStorage.setItem(KEY, next);
        }}
      >
        <Tabs.List className="framework-tabs" aria-label={t(signature.handler.framework)}>
          {fixes.map(({ framework, title }) => (
            <Tabs.Trigger key={framework} value={framework} className="framework-tab">
              {title}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {fixes.map(({ framework, says, parts, code, docs, title }) => (
          <Tabs.Content key={framework} value={framework} className="framework-fix">
            <p className="second">
              <SaidWords said={doctorSaid(says, parts, t)} />
            </p>
            <pre className="signature-code">
              <code>{code}</code>
            </pre>
            <p className="framework-foot">
              <CopyButton
                text={code}
                what={t(signature.handler.lines, { framework: title })}
                look="button plain"
              />
              <DocsLink url={docs}>{t(signature.handler.docs, { framework: title })}</DocsLink>
            </p>
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </section>
  );
}
