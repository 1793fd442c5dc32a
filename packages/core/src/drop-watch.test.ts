import type { DeliveryId } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { DropWatch } from './drop-watch.ts';

const one = { id: 'dlv_1' as DeliveryId };
const other = { id: 'dlv_2' as DeliveryId };

function suspecting() {
  const watch = new DropWatch<typeof one>();
  for (let drop = 1; drop < 5; drop += 1) expect(watch.dropped(one)).toEqual({ kind: 'nothing' });
  expect(watch.dropped(one)).toEqual({ kind: 'suspected' });
  return watch;
}

it('lays it to an event that is dropped again while another is answered', () => {
  const watch = suspecting();
  watch.answered(other);
  expect(watch.dropped(one)).toEqual({ kind: 'at-fault' });
});

it('lays it to nobody where nobody else was asked', () => {
  const watch = suspecting();
  for (let drop = 0; drop < 20; drop += 1) expect(watch.dropped(one)).toEqual({ kind: 'nothing' });
});

it('suspects nobody any more where the next one is dropped too', () => {
  const watch = suspecting();
  expect(watch.dropped(other)).toEqual({ kind: 'clears', suspect: one });
  watch.answered(other);
  expect(watch.dropped(one)).toEqual({ kind: 'nothing' });
});

it('counts drops in a row only, and forgets what has left', () => {
  const watch = suspecting();
  watch.answered(other);
  watch.answered(one);
  expect(watch.dropped(one)).toEqual({ kind: 'nothing' });
  const again = suspecting();
  again.forget(one);
  expect(again.dropped(other)).toEqual({ kind: 'nothing' });
});
