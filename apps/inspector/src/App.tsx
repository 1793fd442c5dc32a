import { createClient } from '@hooktap/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Tooltip } from 'radix-ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAddress } from './address/use-address.ts';
import { HooktapContext } from './connection/hooktap.ts';
import { TokenPage } from './connection/TokenPage.tsx';
import { takeToken } from './connection/token.ts';
import { Inspector } from './layout/Inspector.tsx';
import { Announcer } from './parts/Announcer.tsx';
import { ConfirmProvider } from './parts/Confirm.tsx';
import { DeletedProvider } from './state/Deleted.tsx';
import { LiveProvider } from './state/Live.tsx';
import { OpenedProvider } from './state/Opened.tsx';

const queries = new QueryClient({
  // The stream tells of every change; asking again at each focus would only cost.
  defaultOptions: { queries: { refetchOnWindowFocus: false, retry: 1, networkMode: 'always' } },
});

function Connected({ token }: { readonly token: string }) {
  const { panel, q } = useAddress();
  // The events stay searched as they are while another panel is looked at.
  const eventsQuery = useRef('');
  if (panel === 'events') eventsQuery.current = q;
  const hooktap = useMemo(() => createClient({ origin: window.location.origin, token }), [token]);
  return (
    <HooktapContext value={hooktap}>
      <LiveProvider q={eventsQuery.current}>
        <OpenedProvider>
          <DeletedProvider>
            <ConfirmProvider>
              <Inspector />
            </ConfirmProvider>
          </DeletedProvider>
        </OpenedProvider>
      </LiveProvider>
    </HooktapContext>
  );
}

export function App() {
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    // The address of a new start, pasted into an open page.
    const onHash = () => setToken(takeToken());
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  return (
    <QueryClientProvider client={queries}>
      <Tooltip.Provider delayDuration={400}>
        <Announcer>
          {token === null ? <TokenPage refused={false} /> : <Connected key={token} token={token} />}
        </Announcer>
      </Tooltip.Provider>
    </QueryClientProvider>
  );
}
