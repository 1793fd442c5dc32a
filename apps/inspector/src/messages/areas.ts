import type { batches } from './batches/en.ts';
import type { body } from './body/en.ts';
import type { commands } from './commands/en.ts';
import type { compare } from './compare/en.ts';
import type { connection } from './connection/en.ts';
import type { copying } from './copying/en.ts';
import type { deliveries } from './deliveries/en.ts';
import type { delivery } from './delivery/en.ts';
import type { detail } from './detail/en.ts';
import type { drift } from './drift/en.ts';
import type { editor } from './editor/en.ts';
import type { endpoints } from './endpoints/en.ts';
import type { exporting } from './exporting/en.ts';
import type { firstRun } from './first-run/en.ts';
import type { headerMeanings } from './header-meanings/en.ts';
import type { headers } from './headers/en.ts';
import type { importing } from './importing/en.ts';
import type { keys } from './keys/en.ts';
import type { layout } from './layout/en.ts';
import type { list } from './list/en.ts';
import type { Translation } from './message.ts';
import type { parts } from './parts/en.ts';
import type { registrations } from './registrations/en.ts';
import type { requests } from './requests/en.ts';
import type { search } from './search/en.ts';
import type { signature } from './signature/en.ts';
import type { threads } from './threads/en.ts';
import type { trigger } from './trigger/en.ts';
import type { tunnel } from './tunnel/en.ts';
import type { watch } from './watch/en.ts';

/** Every area of the screen by its folder; types only, so that English stays in the chunk that shows it. */
interface Areas {
  readonly copying: typeof copying;
  readonly exporting: typeof exporting;
  readonly importing: typeof importing;
  readonly registrations: typeof registrations;
  readonly tunnel: typeof tunnel;
  readonly watch: typeof watch;
  readonly requests: typeof requests;
  readonly threads: typeof threads;
  readonly drift: typeof drift;
  readonly trigger: typeof trigger;
  readonly signature: typeof signature;
  readonly editor: typeof editor;
  readonly compare: typeof compare;
  readonly 'header-meanings': typeof headerMeanings;
  readonly headers: typeof headers;
  readonly body: typeof body;
  readonly search: typeof search;
  readonly list: typeof list;
  readonly detail: typeof detail;
  readonly deliveries: typeof deliveries;
  readonly delivery: typeof delivery;
  readonly endpoints: typeof endpoints;
  readonly batches: typeof batches;
  readonly keys: typeof keys;
  readonly commands: typeof commands;
  readonly 'first-run': typeof firstRun;
  readonly connection: typeof connection;
  readonly layout: typeof layout;
  readonly parts: typeof parts;
}

/** A whole language. */
export type AllTranslated = { readonly [A in keyof Areas]: Translation<Areas[A]> };
