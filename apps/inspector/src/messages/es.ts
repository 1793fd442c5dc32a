import type { AllTranslated } from './areas.ts';
import { arrivals } from './arrivals/es.ts';
import { batches } from './batches/es.ts';
import { body } from './body/es.ts';
import { commands } from './commands/es.ts';
import { compare } from './compare/es.ts';
import { connection } from './connection/es.ts';
import { copying } from './copying/es.ts';
import { deliveries } from './deliveries/es.ts';
import { delivery } from './delivery/es.ts';
import { detail } from './detail/es.ts';
import { doctor } from './doctor/es.ts';
import { drift } from './drift/es.ts';
import { editor } from './editor/es.ts';
import { endpoints } from './endpoints/es.ts';
import { exporting } from './exporting/es.ts';
import { findings } from './findings/es.ts';
import { firstRun } from './first-run/es.ts';
import { headerMeanings } from './header-meanings/es.ts';
import { headers } from './headers/es.ts';
import { importing } from './importing/es.ts';
import { keys } from './keys/es.ts';
import { layout } from './layout/es.ts';
import { list } from './list/es.ts';
import { notices } from './notices/es.ts';
import { packs } from './packs/es.ts';
import { parts } from './parts/es.ts';
import { problems } from './problems/es.ts';
import { queryFaults } from './query-faults/es.ts';
import { registrations } from './registrations/es.ts';
import { requests } from './requests/es.ts';
import { search } from './search/es.ts';
import { server } from './server/es.ts';
import { signature } from './signature/es.ts';
import { threads } from './threads/es.ts';
import { trigger } from './trigger/es.ts';
import { tunnel } from './tunnel/es.ts';
import { tunnelReasons } from './tunnel-reasons/es.ts';
import { views } from './views/es.ts';
import { watch } from './watch/es.ts';

export const es = {
  notices,
  views,
  arrivals,
  copying,
  exporting,
  importing,
  registrations,
  packs,
  tunnel,
  'tunnel-reasons': tunnelReasons,
  server,
  doctor,
  'query-faults': queryFaults,
  watch,
  requests,
  threads,
  drift,
  trigger,
  signature,
  findings,
  editor,
  compare,
  'header-meanings': headerMeanings,
  headers,
  body,
  search,
  list,
  detail,
  deliveries,
  delivery,
  endpoints,
  batches,
  keys,
  commands,
  'first-run': firstRun,
  connection,
  layout,
  parts,
  problems,
} satisfies AllTranslated;
