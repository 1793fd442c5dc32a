import { Failure } from './failure.ts';

/** A port of the person's choice (`named`), or Hooktap's own, which gives way. */
export interface PortChoice {
  readonly port: number;
  readonly named: boolean;
}

export interface Listener {
  close(graceMs: number): Promise<void>;
}

export type Opened<T> =
  | { readonly ok: true; readonly listener: T }
  | { readonly ok: false; readonly inUse: boolean; readonly message: string };

interface Side<T> {
  readonly flag: string;
  readonly choice: PortChoice;
  readonly open: (port: number) => Promise<Opened<T>>;
}

/** Default pairs tried: 4400/4401, 4410/4411 … 4490/4491. */
const tries = 10;
const step = 10;

/** Opens both ports, or neither. Default ports that are taken move on by ten, together. */
export async function openPair<R extends Listener, U extends Listener>(
  receiver: Side<R>,
  ui: Side<U>,
): Promise<{ receiver: R; ui: U; moved: string | null }> {
  for (let round = 0; round < tries; round += 1) {
    const opened = await attempt(receiver, ui, round * step);
    if (opened) return { ...opened, moved: round === 0 ? null : movedOn(receiver, ui, round * step) };
  }
  throw new Failure(
    `Every port pair from ${ui.choice.port}/${receiver.choice.port} to ` +
      `${portAt(ui, (tries - 1) * step)}/${portAt(receiver, (tries - 1) * step)} is taken. ` +
      'Stop what holds them, or take any free ports with --port 0 --ui-port 0.',
  );
}

/** Null where a port that may move on was taken. */
async function attempt<R extends Listener, U extends Listener>(
  receiver: Side<R>,
  ui: Side<U>,
  offset: number,
): Promise<{ receiver: R; ui: U } | null> {
  const first = await openSide(receiver, offset);
  if (!first) return null;
  try {
    const second = await openSide(ui, offset);
    if (second) return { receiver: first, ui: second };
  } catch (error) {
    await first.close(0);
    throw error;
  }
  await first.close(0);
  return null;
}

const portAt = ({ choice }: Side<unknown>, offset: number): number =>
  choice.named ? choice.port : choice.port + offset;

async function openSide<T>(side: Side<T>, offset: number): Promise<T | null> {
  const port = portAt(side, offset);
  const opened = await side.open(port);
  if (opened.ok) return opened.listener;
  if (!opened.inUse) throw new Failure(`${opened.message} (${side.flag} ${port})`);
  if (!side.choice.named) return null;
  throw new Failure(
    `Port ${port} is in use (${side.flag}). Stop what listens there, or give another port; ` +
      `${side.flag} 0 takes any free one.`,
  );
}

const movedOn = (receiver: Side<unknown>, ui: Side<unknown>, offset: number): string =>
  `Ports ${ui.choice.port} and ${receiver.choice.port} are not both free: ` +
  `taking ${portAt(ui, offset)} and ${portAt(receiver, offset)}.`;
