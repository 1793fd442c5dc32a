import type { AllTranslated } from './areas.ts';
import { arrivals } from './arrivals/pt.ts';
import { batches } from './batches/pt.ts';
import { body } from './body/pt.ts';
import { commands } from './commands/pt.ts';
import { compare } from './compare/pt.ts';
import { connection } from './connection/pt.ts';
import { copying } from './copying/pt.ts';
import { deliveries } from './deliveries/pt.ts';
import { delivery } from './delivery/pt.ts';
import { detail } from './detail/pt.ts';
import { doctor } from './doctor/pt.ts';
import { drift } from './drift/pt.ts';
import { editor } from './editor/pt.ts';
import { endpoints } from './endpoints/pt.ts';
import { exporting } from './exporting/pt.ts';
import { findings } from './findings/pt.ts';
import { firstRun } from './first-run/pt.ts';
import { headerMeanings } from './header-meanings/pt.ts';
import { headers } from './headers/pt.ts';
import { importing } from './importing/pt.ts';
import { keys } from './keys/pt.ts';
import { layout } from './layout/pt.ts';
import { list } from './list/pt.ts';
import { notices } from './notices/pt.ts';
import { packs } from './packs/pt.ts';
import { parts } from './parts/pt.ts';
import { problems } from './problems/pt.ts';
import { queryFaults } from './query-faults/pt.ts';
import { registrations } from './registrations/pt.ts';
import { requests } from './requests/pt.ts';
import { search } from './search/pt.ts';
import { server } from './server/pt.ts';
import { signature } from './signature/pt.ts';
import { threads } from './threads/pt.ts';
import { trigger } from './trigger/pt.ts';
import { tunnel } from './tunnel/pt.ts';
import { tunnelReasons } from './tunnel-reasons/pt.ts';
import { views } from './views/pt.ts';
import { watch } from './watch/pt.ts';

export const pt = {
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
