import type { BodyRef } from '@hooktap/protocol';
import { BodyView } from '../body/BodyView.tsx';
import { editor as words } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import { Segments } from '../parts/Segments.tsx';
import { ResponseDiff } from './ResponseDiff.tsx';

export type ResponseLook = 'response' | 'diff';

interface ResponsePartProps {
  readonly after: BodyRef;
  readonly before: { readonly body: BodyRef; readonly number: number | string } | null;
  readonly look: ResponseLook;
  readonly fileName: string;
  readonly onLook: (look: ResponseLook) => void;
}

/** The response's body, as it is or against that of the attempt before. */
export function ResponsePart({ after, before, look, fileName, onLook }: ResponsePartProps) {
  const t = useT();
  const choice = before && (
    <Segments
      label={t(words.responseBody.view)}
      value={look}
      options={['response', 'diff']}
      labels={{
        response: t(words.responseBody.views.response),
        diff: t(words.responseBody.views.diff),
      }}
      onChange={onLook}
    />
  );
  if (before && look === 'diff') {
    return (
      <>
        <h3 className="section-head">
          {t(words.responseBody.title)}
          <span className="quiet head-note">{t(words.responseBody.against, { number: before.number })}</span>
          <span className="head-actions">{choice}</span>
        </h3>
        <ResponseDiff before={before.body} after={after} number={before.number} />
      </>
    );
  }
  return (
    <>
      {choice && <div className="response-choice">{choice}</div>}
      {after.size === 0 ? (
        <p className="quiet">{t(words.responseBody.none)}</p>
      ) : (
        <BodyView key={after.href} body={after} title={t(words.responseBody.title)} fileName={fileName} />
      )}
    </>
  );
}
