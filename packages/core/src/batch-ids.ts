import type { EventId } from '@hooktap/protocol';

const prefix = 'evt_';
const ulidLength = 26;

/** Many event ids in little memory: 26 bytes each, in one string, which is also how they are kept on disk. */
export class BatchIds {
  readonly packed: string;

  private constructor(packed: string) {
    this.packed = packed;
  }

  static pack(ids: readonly EventId[]): BatchIds {
    return new BatchIds(ids.map((id) => id.slice(prefix.length)).join(''));
  }

  /** What `packed` gave; null where it is damaged. */
  static read(packed: string): BatchIds | null {
    const whole = packed.length % ulidLength === 0 && /^[0-9a-hjkmnp-tv-z]*$/.test(packed);
    return whole ? new BatchIds(packed) : null;
  }

  get count(): number {
    return this.packed.length / ulidLength;
  }

  at(index: number): EventId {
    return `${prefix}${this.packed.slice(index * ulidLength, (index + 1) * ulidLength)}` as EventId;
  }
}
