import {
  SavedRequest,
  type SavedRequestId,
  SavedRequestSent,
  SavedRequests,
  type SaveRequest,
  type SendSavedRequest,
} from '@hooktap/protocol';
import type { Requests } from './requests.ts';

type Signal = AbortSignal | undefined;

const path = '/api/saved-requests';

/** Whole requests under names, to be sent again. Their bytes are had by `body(savedRequest.body.href)`. */
export interface SavedRequestCalls {
  savedRequests(signal?: Signal): Promise<SavedRequests>;
  savedRequest(id: SavedRequestId, signal?: Signal): Promise<SavedRequest>;
  /** Keeps what an event and an edit make. */
  saveRequest(request: SaveRequest, signal?: Signal): Promise<SavedRequest>;
  replaceSavedRequest(id: SavedRequestId, request: SaveRequest, signal?: Signal): Promise<SavedRequest>;
  renameSavedRequest(id: SavedRequestId, name: string, signal?: Signal): Promise<SavedRequest>;
  /** Restorable for ten minutes. Answers those that were there. */
  deleteSavedRequests(ids: readonly SavedRequestId[], signal?: Signal): Promise<SavedRequests>;
  restoreSavedRequests(ids: readonly SavedRequestId[], signal?: Signal): Promise<SavedRequests>;
  sendSavedRequest(
    id: SavedRequestId,
    request?: SendSavedRequest,
    signal?: Signal,
  ): Promise<SavedRequestSent>;
}

export const savedRequestCalls = (requests: Requests): SavedRequestCalls => ({
  savedRequests: (signal) => requests.json(SavedRequests, path, { signal }),
  savedRequest: (id, signal) => requests.json(SavedRequest, `${path}/${id}`, { signal }),
  saveRequest: (request, signal) =>
    requests.json(SavedRequest, path, { method: 'POST', body: request, signal }),
  replaceSavedRequest: (id, request, signal) =>
    requests.json(SavedRequest, `${path}/${id}`, { method: 'PUT', body: request, signal }),
  renameSavedRequest: (id, name, signal) =>
    requests.json(SavedRequest, `${path}/${id}`, { method: 'PATCH', body: { name }, signal }),
  deleteSavedRequests: (ids, signal) =>
    requests.json(SavedRequests, path, { method: 'DELETE', body: { ids }, signal }),
  restoreSavedRequests: (ids, signal) =>
    requests.json(SavedRequests, `${path}/restore`, { method: 'POST', body: { ids }, signal }),
  sendSavedRequest: (id, request = {}, signal) =>
    requests.json(SavedRequestSent, `${path}/${id}/send`, { method: 'POST', body: request, signal }),
});
