import type { Delivery, Event, StreamChange } from '@hooktap/protocol';

function withDelivery(event: Event, id: string, change: (delivery: Delivery) => Delivery): Event {
  return {
    ...event,
    deliveries: event.deliveries.map((delivery) => (delivery.id === id ? change(delivery) : delivery)),
  };
}

/** An open event after one message of the stream; the same object where the message is about another. */
export function eventWithChange(event: Event, change: StreamChange): Event {
  switch (change.type) {
    case 'event.updated':
      return change.event.id === event.id ? { ...event, ...change.event } : event;
    case 'delivery.updated': {
      const { delivery } = change;
      if (delivery.eventId !== event.id) return event;
      if (!event.deliveries.some(({ id }) => id === delivery.id)) {
        return { ...event, deliveries: [...event.deliveries, { ...delivery, attempts: [] }] };
      }
      return withDelivery(event, delivery.id, ({ attempts }) => ({ ...delivery, attempts }));
    }
    case 'attempt.settled': {
      if (change.eventId !== event.id) return event;
      const { attempt } = change;
      return withDelivery(event, change.deliveryId, (delivery) =>
        delivery.attempts.some(({ number }) => number === attempt.number)
          ? delivery
          : { ...delivery, attempts: [...delivery.attempts, attempt] },
      );
    }
    default:
      return event;
  }
}
