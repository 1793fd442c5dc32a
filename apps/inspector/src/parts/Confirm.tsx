import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export interface Question {
  readonly title: string;
  readonly text: ReactNode;
  /** The verb on the button. */
  readonly yes: string;
}

type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false));

/** Asks before what cannot be taken back, or what the tool advises against. */
export const useConfirm = (): Ask => useContext(ConfirmContext);

export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const [question, setQuestion] = useState<Question | null>(null);
  const settle = useRef<(yes: boolean) => void>(() => undefined);
  const ask = useCallback<Ask>((next) => {
    settle.current(false);
    setQuestion(next);
    return new Promise((resolve) => {
      settle.current = resolve;
    });
  }, []);
  const answer = (yes: boolean) => {
    settle.current(yes);
    setQuestion(null);
  };
  return (
    <ConfirmContext value={ask}>
      {children}
      <Dialog title={question?.title ?? ''} isOpen={question !== null} onClose={() => answer(false)}>
        <p className="second">{question?.text}</p>
        <div className="dialog-actions">
          <Button data-focus-first onClick={() => answer(false)}>
            {t(parts.cancel)}
          </Button>
          <Button look="primary" onClick={() => answer(true)}>
            {question?.yes}
          </Button>
        </div>
      </Dialog>
    </ConfirmContext>
  );
}
