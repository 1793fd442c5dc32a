import type { Seq, Status, StreamChange } from '@hooktap/protocol';

/** The status after one message of the stream; the same object where it says nothing about it. */
export function statusWithChange(status: Status, change: StreamChange): Status {
  if (change.seq <= status.seq) return status;
  switch (change.type) {
    case 'event.captured':
      return withEvents(status, 1, change.seq);
    case 'event.deleted':
      return withEvents(status, -change.ids.length, change.seq);
    case 'event.restored':
      return withEvents(status, change.ids.length, change.seq);
    case 'tunnel.changed':
      return { ...status, seq: change.seq, tunnel: change.tunnel };
    case 'target.changed': {
      const others = status.targets.filter(
        ({ endpoint, url }) => endpoint !== change.target.endpoint || url !== change.target.url,
      );
      return { ...status, seq: change.seq, targets: [...others, change.target] };
    }
    case 'endpoint.removed': {
      const targets = status.targets.filter(({ endpoint }) => endpoint !== change.name);
      return { ...status, seq: change.seq, targets };
    }
    default:
      return status;
  }
}

const withEvents = (status: Status, more: number, seq: Seq): Status => ({
  ...status,
  seq,
  counts: { ...status.counts, events: Math.max(0, status.counts.events + more) },
});
