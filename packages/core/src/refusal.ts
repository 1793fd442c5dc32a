import type { ReplySource } from '@hooktap/protocol';
import type { DataDirGuard } from './data-dir-guard.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { matchesGlob } from './path-glob.ts';
import { notFoundReply, textReply, tooLargeReply } from './replies.ts';
import type { PlainReply, ReceivedRequest } from './sender-port.ts';
import { isShielded } from './shield.ts';

export interface SourcedReply {
  readonly reply: PlainReply;
  readonly source: ReplySource;
}

const incomplete: SourcedReply = { reply: textReply(400, 'incomplete'), source: 'sender-gone' };
export const blocked: SourcedReply = { reply: notFoundReply, source: 'blocked' };

/** Why this request is kept but goes no further; null where it does. */
export function refusalOf(
  { bodyState }: ReceivedRequest,
  path: string,
  { only }: EndpointPolicy,
  dataDir: DataDirGuard,
): SourcedReply | null {
  if (bodyState === 'truncated') return { reply: tooLargeReply, source: 'too-large' };
  if (bodyState === 'aborted') return incomplete;
  if (asksForSecrets(path, dataDir)) return blocked;
  return only !== null && !matchesGlob(path, only) ? blocked : null;
}

/** Whether a handler that serves its folder might answer it with what nobody is to see. */
export const asksForSecrets = (path: string, dataDir: DataDirGuard): boolean =>
  isShielded(path) || dataDir.covers(path);
