import type { ProviderDetail } from '@hooktap/protocol';
import { useEffect, useRef } from 'react';
import { visibleLine } from '../format/visible-text.ts';
import { useKeys } from '../keys/use-keys.ts';
import { trigger } from '../messages/trigger/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import type { SampleLine } from './samples-of.ts';

interface SampleListProps {
  readonly provider: ProviderDetail;
  readonly lines: readonly SampleLine[];
  readonly chosen: SampleLine | undefined;
  readonly onChoose: (line: SampleLine) => void;
}

/** What can be sent, one below the other: J and K walk, Enter goes into the form. */
export function SampleList({ provider, lines, chosen, onChoose }: SampleListProps) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const at = chosen ? lines.indexOf(chosen) : -1;
  useEffect(() => {
    list.current?.querySelectorAll('button')[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const move = (by: number) => {
    const next = lines[at < 0 ? 0 : Math.min(Math.max(at + by, 0), lines.length - 1)];
    if (!next) return;
    onChoose(next);
    list.current?.querySelectorAll('button')[lines.indexOf(next)]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <ul
      className="sample-list"
      ref={list}
      aria-label={t(trigger.sends, { provider: visibleLine(provider.title) })}
    >
      {lines.map((line) => (
        <li key={`${line.kind} ${line.name}`}>
          <button
            type="button"
            aria-current={line === chosen ? 'true' : undefined}
            onClick={() => onChoose(line)}
          >
            <span className="sample-name strong">
              {line.kind === 'scenario' && <Icon name="threads" small />}
              {visibleLine(line.name)}
              {line.kind === 'scenario' && <span className="quiet">{t(trigger.scenario)}</span>}
            </span>
            <span className="quiet sample-says" lang={line.says.lang}>
              {visibleLine(line.says.words)}
            </span>
          </button>
        </li>
      ))}
      {lines.length === 0 && <li className="quiet sample-none">{t(trigger.none)}</li>}
    </ul>
  );
}
