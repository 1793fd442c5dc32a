import type { DriftType } from '@hooktap/protocol';
import { useEffect, useRef } from 'react';
import { goTo } from '../address/use-address.ts';
import { providerName } from '../format/provider-name.ts';
import { visibleLine } from '../format/visible-text.ts';
import { useKeys } from '../keys/use-keys.ts';
import { drift } from '../messages/drift/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { flagsInWords, nameOfType } from './drift-words.ts';
import { addressOfKind } from './kind-query.ts';

interface DriftTypeListProps {
  readonly types: readonly DriftType[];
  readonly chosen: DriftType | undefined;
}

const choose = (type: DriftType) => goTo(addressOfKind(type), 'replace');

/** Every event type with what is out of the ordinary: J and K walk. */
export function DriftTypeList({ types, chosen }: DriftTypeListProps) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const at = chosen ? types.indexOf(chosen) : -1;
  useEffect(() => {
    list.current?.querySelectorAll('button')[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const move = (by: number) => {
    const next = types[at < 0 ? 0 : Math.min(Math.max(at + by, 0), types.length - 1)];
    if (!next) return;
    choose(next);
    list.current?.querySelectorAll('button')[types.indexOf(next)]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <ul className="drift-types" ref={list} aria-label={t(drift.types)}>
      {types.map((type) => {
        const flags = flagsInWords(type, t);
        return (
          <li key={JSON.stringify([type.provider, type.eventType])}>
            <button
              type="button"
              aria-current={type === chosen ? 'true' : undefined}
              onClick={() => choose(type)}
            >
              <span className="drift-type-name strong">{nameOfType(type, t)}</span>
              <span className="quiet drift-type-says">
                {type.provider === null ? t(drift.noProvider) : visibleLine(providerName(type.provider))}
                {', '}
                {type.events === 0 ? t(drift.noJson) : t(drift.fields, { count: type.fields })}
              </span>
              {flags !== '' && (
                <span className="warn drift-type-flags">
                  <Icon name="warning" small />
                  {flags}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
