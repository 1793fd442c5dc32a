import { createMemoryStore } from './memory-store.ts';
import { describeStore } from './store-contract.ts';
import { testClock } from './testing-events.ts';

describeStore('memory', async () => createMemoryStore({ clock: testClock }));
