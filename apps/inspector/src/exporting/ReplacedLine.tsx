import { type ExportSummary, ReplacedKind } from '@hooktap/protocol';
import { exporting } from '../messages/exporting/en.ts';
import type { Message, Plural } from '../messages/message.ts';
import { useT } from '../messages/use-t.ts';

const kindWords: Readonly<Record<ReplacedKind, Message<Plural>>> = exporting.kinds;

interface ReplacedLineProps {
  readonly summary: ExportSummary | undefined;
  readonly safe: boolean;
}

/** How much of each kind is replaced; or, in a file that is not share-safe, leaves as it is. */
export function ReplacedLine({ summary, safe }: ReplacedLineProps) {
  const t = useT();
  const kinds = ReplacedKind.options.flatMap((kind) => {
    const count = summary?.replaced[kind];
    return count === undefined ? [] : [{ kind, count }];
  });
  const sampled = summary?.judged !== undefined && summary.judged < summary.events;
  return (
    <div className="export-replaced">
      <h3>{t(safe ? exporting.replaced : exporting.readable)}</h3>
      {summary === undefined ? (
        <p className="quiet">{t(exporting.counting)}</p>
      ) : kinds.length === 0 ? (
        <p className="second">{t(exporting.nothingReplaced)}</p>
      ) : (
        <ul className={safe ? '' : 'warn'}>
          {kinds.map(({ kind, count }) => (
            <li key={kind} className="figures">
              {t(kindWords[kind], { count })}
            </li>
          ))}
        </ul>
      )}
      {summary && sampled && (
        <p className="quiet">
          {t(exporting.counted, { judged: summary.judged ?? 0, events: summary.events })}
        </p>
      )}
    </div>
  );
}
