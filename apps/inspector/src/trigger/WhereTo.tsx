import type { ProviderDetail } from '@hooktap/protocol';
import { useEndpoints } from '../endpoints/use-endpoints.ts';
import { visibleLine } from '../format/visible-text.ts';
import { trigger } from '../messages/trigger/en.ts';
import { useT } from '../messages/use-t.ts';

/** Where a callback goes when no other place is named, and how it is signed. */
export function WhereTo({ provider, to }: { readonly provider: ProviderDetail; readonly to: string }) {
  const t = useT();
  const endpoints = useEndpoints();
  // As the server chooses: one that names the provider, else one of its name that names none.
  const own =
    endpoints?.find(({ config }) => config.provider === provider.name) ??
    endpoints?.find(({ config }) => config.provider === undefined && config.name === provider.name);
  const at = own ?? endpoints?.find(({ config }) => config.path === '/');
  if (to.trim() !== '' || !endpoints) return null;
  const signs = provider.schemes.length > 0;
  const hasSecret = (at?.config.secrets ?? 0) > 0;
  const path = <code>{visibleLine(at?.config.path ?? '/')}</code>;
  const by = { path, provider: visibleLine(provider.title) };
  if (!at)
    return signs
      ? t.rich(trigger.where.receiverNoSecret, { path })
      : t.rich(trigger.where.receiverNoScheme, by);
  const endpoint = at.name;
  if (!signs) return t.rich(trigger.where.endpointNoScheme, { ...by, endpoint });
  const { endpointSigned, endpointNoSecret } = trigger.where;
  return t.rich(hasSecret ? endpointSigned : endpointNoSecret, { path, endpoint });
}
