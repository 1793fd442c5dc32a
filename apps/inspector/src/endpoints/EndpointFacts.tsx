import type { Endpoint } from '@hooktap/protocol';
import { counted } from '../format/measures.ts';
import { visibleLine } from '../format/visible-text.ts';
import { holdWords, orderWords, replyWords, retryWords, sourceWords } from './endpoint-words.ts';

/** How it is set, in words, and where that is written. */
export function EndpointFacts({ endpoint }: { readonly endpoint: Endpoint }) {
  const { config, source, hold } = endpoint;
  const { secrets = 0, filter } = config;
  const facts: readonly (readonly [name: string, words: string, title?: string])[] = [
    ['Sender gets', replyWords(config)],
    ['Retries', retryWords(config)],
    ['Order', orderWords(config)],
    ['Held', holdWords(hold)],
    ...(config.provider !== undefined || secrets > 0
      ? [
          [
            'Signature',
            secrets === 0 ? 'Not checked: it has no secret' : `Checked with ${counted(secrets, 'secret')}`,
          ] as const,
        ]
      : []),
    ...(filter === undefined ? [] : [['Delivers', `Only ${filter}`] as const]),
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
        <dt>Set in</dt>
        <dd>
          {source.kind === 'config' ? (
            <code title={source.file}>{visibleLine(sourceWords(source))}</code>
          ) : (
            sourceWords(source)
          )}
          {source.kind !== 'api' && <span className="quiet"> read-only</span>}
        </dd>
      </div>
    </dl>
  );
}
