import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Tooltip } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { useAddress } from './address/use-address.ts';
import { type Connection, connect } from './connection/connection.ts';
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

function Connected({ hooktap, firstPage }: Connection) {
  const { panel, q } = useAddress();
  // The events stay searched as they are while another panel is looked at.
  const eventsQuery = useRef('');
  if (panel === 'events') eventsQuery.current = q;
  return (
    <HooktapContext value={hooktap}>
      <LiveProvider q={eventsQuery.current} firstPage={firstPage}>
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

export function App({ begun }: { readonly begun: Connection | null }) {
  const [connection, setConnection] = useState(begun);
  useEffect(() => {
    // The address of a new start, pasted into an open page.
    const onHash = () => {
      const token = takeToken();
      if (token !== null && token !== connection?.token) setConnection(connect(token));
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [connection?.token]);
  return (
    <QueryClientProvider client={queries}>
      <Tooltip.Provider delayDuration={400}>
        <Announcer>
          {connection === null ? (
            <TokenPage refused={false} />
          ) : (
            <Connected key={connection.token} {...connection} />
          )}
        </Announcer>
      </Tooltip.Provider>
    </QueryClientProvider>
  );
}
