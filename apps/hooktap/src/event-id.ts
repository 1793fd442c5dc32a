import { EventId } from '@hooktap/protocol';
import { exitCode, Failure } from './failure.ts';

/** An event id that a person typed. */
export function eventIdOf(text: string): EventId {
  const parsed = EventId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new Failure(
    `'${text}' is no event id: it is evt_ and 26 letters and digits. hooktap events lists those there are.`,
    exitCode.usage,
  );
}
