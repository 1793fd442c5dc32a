import { BatchId, DeliveryId } from '@hooktap/protocol';
import { exitCode, Failure } from './failure.ts';

/** A delivery id that a person typed. */
export function deliveryIdOf(text: string): DeliveryId {
  const parsed = DeliveryId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new Failure(
    `'${text}' is no delivery id: it is dlv_ and 26 letters and digits. hooktap deliveries lists those there are.`,
    exitCode.usage,
  );
}

/** A batch id that a person typed. */
export function batchIdOf(text: string): BatchId {
  const parsed = BatchId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new Failure(
    `'${text}' is no batch id: it is bat_ and 26 letters and digits, as hooktap replay printed it.`,
    exitCode.usage,
  );
}
