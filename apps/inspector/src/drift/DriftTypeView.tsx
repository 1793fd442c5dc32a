import { ShapeFormat } from '@hooktap/protocol';
import { goTo, useAddress } from '../address/use-address.ts';
import { problemOf } from '../connection/hooktap.ts';
import { providerName } from '../format/provider-name.ts';
import { momentOf } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { drift } from '../messages/drift/en.ts';
import { useT } from '../messages/use-t.ts';
import { Segments } from '../parts/Segments.tsx';
import { leftOutInWords, nameOfType } from './drift-words.ts';
import { FieldChanges } from './FieldChanges.tsx';
import { FieldTable } from './FieldTable.tsx';
import type { EventKind } from './kind-query.ts';
import { ShapeView } from './ShapeView.tsx';
import { useDriftFields } from './use-drift.ts';

const views = ['fields', ...ShapeFormat.options] as const;

/** One event type: what changed, its fields, and its bodies as code. */
export function DriftTypeView({ kind }: { readonly kind: EventKind }) {
  const t = useT();
  const { as } = useAddress();
  const { data: fields, error } = useDriftFields(kind);
  const format = ShapeFormat.safeParse(as).data ?? null;
  if (error) {
    const isGone = problemOf(error)?.code === 'not-found';
    return <p className="second drift-none">{t(isGone ? drift.gone : drift.notAnswered)}</p>;
  }
  if (!fields) return <p className="quiet drift-none drift-reading">{t(drift.reading)}</p>;
  const { type, rule } = fields;
  const now = Date.now();
  const { firstAt, lastAt } = type;
  const leftOut = leftOutInWords(type, t);
  return (
    <div className="drift-type">
      <header className="drift-title">
        <div>
          <h2>{nameOfType(type, t)}</h2>
          <p className="second figures">
            {type.provider === null ? t(drift.noProvider) : visibleLine(providerName(type.provider))}
            {', '}
            {t(drift.bodies, { count: type.events })}
            {firstAt !== null && lastAt !== null && (
              <>
                {', '}
                {t(drift.fromTo, { from: momentOf(firstAt, now, t), to: momentOf(lastAt, now, t) })}
              </>
            )}
          </p>
          {leftOut !== null && <p className="quiet">{leftOut}</p>}
        </div>
        {type.events > 0 && (
          <Segments
            label={t(drift.view.name)}
            value={format ?? 'fields'}
            options={views}
            labels={{
              fields: t(drift.view.fields),
              typescript: t(drift.view.typescript),
              'json-schema': t(drift.view['json-schema']),
              zod: t(drift.view.zod),
            }}
            onChange={(view) => goTo({ as: view === 'fields' ? null : view }, 'replace')}
          />
        )}
      </header>
      {type.events > 0 && format !== null && <ShapeView kind={kind} format={format} />}
      {type.events > 0 && format === null && (
        <>
          <FieldChanges fields={fields} now={now} />
          <FieldTable fields={fields} now={now} />
          <p className="quiet drift-rule">
            {t(drift.rule, {
              hours: rule.recentHours,
              recent: rule.recentEvents,
              fewest: rule.fewestBefore,
              missing: rule.missingEvents,
              share: t.number(rule.usualShare, { style: 'percent' }),
              most: rule.mostEvents,
            })}
          </p>
        </>
      )}
    </div>
  );
}
