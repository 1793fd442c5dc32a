import type { Status } from '@hooktap/protocol';
import { type Said, saidInParts } from '../messages/said.ts';
import type { Translate } from '../messages/translate.ts';

/** What opening the store found damaged. */
export const storeWarnings = ({ warnings, warningParts }: Status, t: Translate): readonly Said[] =>
  warnings.map((warning, index) => saidInParts(['server.store'], warningParts?.[index], warning, t));
