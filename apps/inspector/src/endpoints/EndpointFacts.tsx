import type { Endpoint } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { endpoints } from '../messages/endpoints/en.ts';
import { useT } from '../messages/use-t.ts';
import {
  deadlineWords,
  holdWords,
  orderWords,
  replyWords,
  retryWords,
  sourceWords,
} from './endpoint-words.ts';

/** How it is set, in words, and where that is written. */
export function EndpointFacts({ endpoint }: { readonly endpoint: Endpoint }) {
  const t = useT();
  const { config, source, hold, deadline } = endpoint;
  const { secrets = 0, filter } = config;
  const facts: readonly (readonly [name: string, words: string, title?: string])[] = [
    [t(endpoints.fact.sender), replyWords(config, t)],
    ...(deadline === undefined ? [] : [[t(endpoints.fact.deadline), deadlineWords(deadline, t)] as const]),
    [t(endpoints.fact.retries), retryWords(config, t)],
    [t(endpoints.fact.order), orderWords(config, t)],
    [t(endpoints.fact.held), holdWords(hold, t)],
    ...(config.provider !== undefined || secrets > 0
      ? [
          [
            t(endpoints.fact.signature),
            secrets === 0
              ? t(endpoints.signature.noSecret)
              : t(endpoints.signature.checked, { count: secrets }),
          ] as const,
        ]
      : []),
    ...(filter === undefined
      ? []
      : [[t(endpoints.fact.delivers), t(endpoints.onlyFilter, { filter })] as const]),
  ];
  return (
    <dl className="endpoint-facts">
      {facts.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{visibleLine(words)}</dd>
        </div>
      ))}
      <div>
        <dt>{t(endpoints.fact.setIn)}</dt>
        <dd>
          {source.kind === 'config' ? (
            <code title={source.file}>{visibleLine(sourceWords(source, t))}</code>
          ) : (
            sourceWords(source, t)
          )}
          {source.kind !== 'api' && <span className="quiet"> {t(endpoints.fact.readOnly)}</span>}
        </dd>
      </div>
    </dl>
  );
}
