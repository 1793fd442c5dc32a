import type { Attempt } from '@hooktap/protocol';
import { serverSaid } from '../connection/server-said.ts';
import { hostOf } from '../format/addresses.ts';
import { duration, inWords } from '../format/measures.ts';
import { visibleText } from '../format/visible-text.ts';
import { detail } from '../messages/detail/en.ts';
import { useT } from '../messages/use-t.ts';
import { SaidWords } from '../parts/SaidWords.tsx';

interface FailureSaysProps {
  readonly attempt: Attempt;
  readonly className?: string;
  /** Hooktap's own sentence besides, which knows more than the kind. */
  readonly isWhole?: boolean;
}

/** Why no whole response came; nothing where one did. */
export function FailureSays({ attempt, className = 'second', isWhole = false }: FailureSaysProps) {
  const t = useT();
  const { outcome, request, timing } = attempt;
  if (outcome.kind !== 'failed') return null;
  const said = serverSaid(outcome.message, outcome.parts, t);
  const own = <SaidWords said={said} />;
  // In the language of the screen it stands alone, since it knows more than the kind.
  if (t.language === 'en' || said.lang === undefined)
    return <span className={`failure-says ${className}`}>{own}</span>;
  const words = t(detail.failure[outcome.failure], {
    host: hostOf(request.url),
    took: inWords(duration(timing.totalMs, t)),
  });
  return (
    <>
      <span className={`failure-says ${className}`}>{visibleText(words)}</span>
      {isWhole && <span className="failure-says quiet">{own}</span>}
    </>
  );
}
