import * as z from 'zod';
import { FailureKind } from './delivery.ts';
import { DeliveryId, EventId } from './ids.ts';
import { ReasonPart } from './reason-part.ts';
import { Duration, Instant, Milliseconds } from './time.ts';

/**
 * `PUT /api/replay-on-save`: replays what `q` finds whenever a file below the folder changes. Nothing in the folder is
 * read or run; only the names of what changes are heard.
 */
export const ReplayOnSaveRequest = z.strictObject({
  /** An absolute path on the machine of Hooktap. */
  folder: z.string().min(1).max(4096),
  /** The newest 50 that match are replayed, in the order of their arrival. */
  q: z.string().max(4096).default('is:pinned'),
  /** How long the handler has after a change to go down before it counts as not restarting. At most 30 s. */
  settle: Duration.default(400),
});
export type ReplayOnSaveRequest = z.infer<typeof ReplayOnSaveRequest>;

/** One attempt by its delivery and its number. */
export const AttemptName = z.object({ deliveryId: DeliveryId, attempt: z.number().int().positive() });
export type AttemptName = z.infer<typeof AttemptName>;

/**
 * What an event is expected to be answered with. `success`: any 2xx. `marked`: as that attempt was, by its status code
 * and, where that was JSON, by the fields of the body and their types; values may differ.
 */
export const ExpectedAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('success') }),
  AttemptName.extend({
    kind: z.literal('marked'),
    statusCode: z.number().int(),
    comparesBody: z.boolean(),
  }),
]);
export type ExpectedAnswer = z.infer<typeof ExpectedAnswer>;

/** `PUT /api/events/:id/expected-answer`: the attempt that was answered as it should be. */
export const ExpectAnswerRequest = z.strictObject(AttemptName.shape);
export type ExpectAnswerRequest = z.infer<typeof ExpectAnswerRequest>;

/** `GET /api/events/:id/expected-answer`. */
export const ExpectedAnswerOfEvent = z.object({ eventId: EventId, expected: ExpectedAnswer });
export type ExpectedAnswerOfEvent = z.infer<typeof ExpectedAnswerOfEvent>;

/** `met` is green and `missed` red; `skipped` was not sent. */
export const RunVerdict = z.enum(['waiting', 'met', 'missed', 'skipped']);
export type RunVerdict = z.infer<typeof RunVerdict>;

/** What became of one event in a run. */
export const RunResult = z.object({
  eventId: EventId,
  eventType: z.string().nullable(),
  method: z.string(),
  path: z.string(),
  expected: ExpectedAnswer,
  verdict: RunVerdict,
  /** The attempt of this run. */
  attempt: AttemptName.optional(),
  /** The event's last attempt before the run to its target, to compare with; where there is none, to any. */
  before: AttemptName.optional(),
  statusCode: z.number().int().optional(),
  failure: FailureKind.optional(),
  tookMs: Milliseconds.optional(),
  /** Why it missed what is expected, or was not sent; `parts`: the same in codes. */
  reason: z.string().optional(),
  parts: z.array(ReasonPart).readonly().exactOptional(),
});
export type RunResult = z.infer<typeof RunResult>;

/** `waiting`: for the handler to listen again. `superseded`: another change came, and a newer run begins. */
export const RunState = z.enum(['waiting', 'replaying', 'done', 'superseded']);
export type RunState = z.infer<typeof RunState>;

/** One run: from a change, or by hand, to the last answer. */
export const SaveRun = z.object({
  number: z.number().int().positive(),
  state: RunState,
  startedAt: Instant,
  endedAt: Instant.optional(),
  /** Paths below the folder, at most 20 of them; empty where a person asked for the run. */
  changed: z.array(z.string()),
  changedCount: z.number().int(),
  results: z.array(RunResult),
  /** How many events matched; the newest 50 are replayed. */
  matched: z.number().int(),
  /** Why nothing was sent; `parts`: the same in codes. */
  reason: z.string().optional(),
  parts: z.array(ReasonPart).readonly().exactOptional(),
});
export type SaveRun = z.infer<typeof SaveRun>;

/**
 * The last `runs` runs each began with a change about `afterMs` after the end of an earlier one, the last time of these
 * files (at most 5): something writes at this pace, perhaps the handler because of the replays.
 */
export const RunRepeats = z.object({
  runs: z.number().int(),
  afterMs: Milliseconds,
  files: z.array(z.string()),
});
export type RunRepeats = z.infer<typeof RunRepeats>;

/** `GET /api/replay-on-save`. */
export const ReplayOnSave = z.discriminatedUnion('state', [
  /** `reason`: why it ended by itself, `parts`: the same in codes; `code`: `too-often`, where a loop was ended. */
  z.object({
    state: z.literal('off'),
    reason: z.string().optional(),
    parts: z.array(ReasonPart).readonly().exactOptional(),
    code: z.string().optional(),
    run: SaveRun.nullable(),
  }),
  z.object({
    state: z.literal('watching'),
    folder: z.string(),
    q: z.string(),
    settleMs: Milliseconds,
    since: Instant,
    /** Names of folders that are not watched, wherever they lie. */
    ignored: z.array(z.string()),
    /** Files that the handler itself writes while it answers; their changes do not count. */
    writtenByHandler: z.array(z.string()),
    /** Only while runs follow each other like an echo; it ends nothing. */
    repeats: RunRepeats.optional(),
    /** The last one, or that which is under way. */
    run: SaveRun.nullable(),
  }),
]);
export type ReplayOnSave = z.infer<typeof ReplayOnSave>;
