import { fieldOf, ok, type ProviderApi, refused, startProviderApi } from './provider-api.ts';

/** A webhook's configuration; the secret is kept, and shown as stars. */
export interface GithubState {
  url: string;
  content_type: string;
  insecure_ssl: string;
  secret: string;
}

export const githubCredentials = { GITHUB_TOKEN: 'ghp_5d2c91e07b' } as const;
const hookPath = '/repos/aurora/loja/hooks/42/config';

/** The configuration of one webhook of aurora/loja as documented: `GET` and `PATCH …/hooks/42/config`. */
export function startGithubApi(state: GithubState): Promise<ProviderApi<GithubState>> {
  return startProviderApi(state, ({ method, path, headers, body }) => {
    if (!headers['user-agent'])
      return refused(403, { message: 'Request forbidden by administrative rules.' });
    if (headers.authorization !== `Bearer ${githubCredentials.GITHUB_TOKEN}`) {
      return refused(401, { message: 'Bad credentials' });
    }
    if (path !== hookPath) return refused(404, { message: 'Not Found' });
    if (method === 'PATCH') {
      for (const name of ['url', 'content_type', 'insecure_ssl', 'secret'] as const) {
        const value = fieldOf(body, name);
        if (typeof value === 'string') state[name] = value;
      }
    } else if (method !== 'GET') throw new Error(`Not documented: ${method} ${path}`);
    return ok({ ...state, secret: '********' });
  });
}
