import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(words: string) => void>(() => undefined);

export const useAnnounce = () => useContext(AnnounceContext);

/** The one live region: says what is seen elsewhere on the screen. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ words: '', times: 0 });
  const announce = useCallback((words: string) => setSaid(({ times }) => ({ words, times: times + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="unseen" role="status" aria-live="polite">
        <span key={said.times}>{said.words}</span>
      </div>
    </AnnounceContext>
  );
}
