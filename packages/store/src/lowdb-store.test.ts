import { describeStore } from './store-contract.ts';
import { newDataDir, openStore } from './testing-store.ts';

describeStore('lowdb', async () => openStore(await newDataDir()));
describeStore('lowdb with two events a segment and tiny inline bodies', async () =>
  openStore(await newDataDir(), { segmentEvents: 2, inlineLimit: 8 }),
);
