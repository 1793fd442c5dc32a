/** How far back the pace of now is measured, in milliseconds of running. */
const windowMs = 15_000;
const stepMs = 500;

interface Point {
  readonly ranMs: number;
  readonly done: number;
}

/** How long a batch still takes: at the pace of its last quarter of a minute, so that what slowed its beginning is forgotten. */
export class BatchEstimate {
  #points: Point[] = [];

  /** It goes on from here; what it did before says little of its pace now. */
  begin(point: Point): void {
    this.#points = [point];
  }

  saw(point: Point): void {
    const last = this.#points.at(-1);
    if (last && point.ranMs - last.ranMs < stepMs) return;
    this.#points.push(point);
    // The oldest that is kept lies just outside the window.
    while ((this.#points[1]?.ranMs ?? point.ranMs) <= point.ranMs - windowMs) this.#points.shift();
  }

  /** In milliseconds; undefined where nothing was done yet. */
  remaining({ ranMs, done }: Point, total: number): number | undefined {
    const [first] = this.#points;
    if (!first || done <= first.done) return undefined;
    return Math.round(((ranMs - first.ranMs) / (done - first.done)) * (total - done));
  }
}
