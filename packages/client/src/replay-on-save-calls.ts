import {
  type AttemptName,
  type EventId,
  ExpectedAnswerOfEvent,
  ReplayOnSave,
  type ReplayOnSaveRequest,
} from '@hooktap/protocol';
import type { Requests } from './requests.ts';

type Signal = AbortSignal | undefined;

const path = '/api/replay-on-save';
const expectedPath = (id: EventId) => `/api/events/${id}/expected-answer`;

/** What has a default may be left out. */
export type ReplayOnSaveInput = Pick<ReplayOnSaveRequest, 'folder'> & Partial<ReplayOnSaveRequest>;

/** Replays whenever code changes; how they go is told by `replayOnSave` and on the stream. */
export interface ReplayOnSaveCalls {
  replayOnSave(signal?: Signal): Promise<ReplayOnSave>;
  /** In place of the folder that was watched before. */
  watchFolder(request: ReplayOnSaveInput, signal?: Signal): Promise<ReplayOnSave>;
  unwatchFolder(signal?: Signal): Promise<ReplayOnSave>;
  /** Replays the chosen events at once. */
  runReplayOnSave(signal?: Signal): Promise<ReplayOnSave>;
  expectedAnswer(id: EventId, signal?: Signal): Promise<ExpectedAnswerOfEvent>;
  /** From now on the answer of this attempt is expected. */
  expectAnswer(id: EventId, attempt: AttemptName, signal?: Signal): Promise<ExpectedAnswerOfEvent>;
  /** From now on a success is expected, as before any was marked. */
  expectSuccess(id: EventId, signal?: Signal): Promise<ExpectedAnswerOfEvent>;
}

export const replayOnSaveCalls = (requests: Requests): ReplayOnSaveCalls => ({
  replayOnSave: (signal) => requests.json(ReplayOnSave, path, { signal }),
  watchFolder: (request, signal) =>
    requests.json(ReplayOnSave, path, { method: 'PUT', body: request, signal }),
  unwatchFolder: (signal) => requests.json(ReplayOnSave, path, { method: 'DELETE', signal }),
  runReplayOnSave: (signal) => requests.json(ReplayOnSave, `${path}/run`, { method: 'POST', signal }),
  expectedAnswer: (id, signal) => requests.json(ExpectedAnswerOfEvent, expectedPath(id), { signal }),
  expectAnswer: (id, attempt, signal) =>
    requests.json(ExpectedAnswerOfEvent, expectedPath(id), { method: 'PUT', body: attempt, signal }),
  expectSuccess: (id, signal) =>
    requests.json(ExpectedAnswerOfEvent, expectedPath(id), { method: 'DELETE', signal }),
});
