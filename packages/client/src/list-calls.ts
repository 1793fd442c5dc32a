import { Opened, type OpenedRequest, SavedViews } from '@hooktap/protocol';
import type { Requests } from './requests.ts';

type Signal = AbortSignal | undefined;

/** What a list remembers for its reader. */
export interface ListCalls {
  opened(signal?: Signal): Promise<Opened>;
  noteOpened(request: OpenedRequest, signal?: Signal): Promise<Opened>;
  views(signal?: Signal): Promise<SavedViews>;
  /** All of them anew. */
  saveViews(views: SavedViews, signal?: Signal): Promise<SavedViews>;
}

export const listCalls = (requests: Requests): ListCalls => ({
  opened: (signal) => requests.json(Opened, '/api/opened', { signal }),
  noteOpened: (body, signal) => requests.json(Opened, '/api/opened', { method: 'POST', body, signal }),
  views: (signal) => requests.json(SavedViews, '/api/views', { signal }),
  saveViews: (body, signal) => requests.json(SavedViews, '/api/views', { method: 'PUT', body, signal }),
});
