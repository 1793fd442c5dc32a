import type { SchemeSteps } from '@hooktap/protocol';
import { useState } from 'react';
import { inWords, size } from '../format/measures.ts';
import { beginningOf, visibleText } from '../format/visible-text.ts';
import { signature } from '../messages/signature/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { NearRows } from '../parts/NearRows.tsx';
import { SaidWords } from '../parts/SaidWords.tsx';
import { doctorSaid } from './signature-words.ts';

type SignedPart = SchemeSteps['signed'][number];

/** Characters of a part before it is folded: about twelve lines beside its label. */
const folded = 600;

/** Whole when it is short or when it was asked for; what the server left out is said, never passed over. */
function SignedText({ text, size: bytes, cut }: SignedPart) {
  const t = useT();
  const [isWhole, setIsWhole] = useState(false);
  const isFolded = text.length > folded && !isWhole;
  const all = inWords(size(bytes, t));
  return (
    <div className="signed-text">
      <code>
        {visibleText(isFolded ? beginningOf(text, folded) : text)}
        {isFolded ? '…' : cut && <span className="quiet"> {t(signature.step.cut, { size: all })}</span>}
      </code>
      {text.length > folded && (
        <Button
          look="ghost"
          aria-expanded={isWhole}
          onClick={() => {
            setIsWhole(!isWhole);
          }}
        >
          {isWhole ? t(signature.step.showLess) : t(signature.step.showAll, { size: all })}
        </Button>
      )}
    </div>
  );
}

/** What is joined to be signed, each part marked where it begins. */
export function SignedParts({ signed }: Pick<SchemeSteps, 'signed'>) {
  const t = useT();
  return (
    <NearRows
      as="ol"
      className="signed-parts"
      count={signed.length}
      row={(index) => {
        const part = signed[index];
        return (
          part && (
            <li key={index}>
              <span className="quiet">
                <SaidWords said={doctorSaid(part.label, part.parts, t)} />
              </span>
              <SignedText {...part} />
            </li>
          )
        );
      }}
    />
  );
}
