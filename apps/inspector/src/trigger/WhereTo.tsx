import type { ProviderDetail } from '@hooktap/protocol';
import { useEndpoints } from '../endpoints/use-endpoints.ts';
import { visibleLine } from '../format/visible-text.ts';

/** Where a callback goes when no other place is named, and how it is signed. */
export function WhereTo({ provider, to }: { readonly provider: ProviderDetail; readonly to: string }) {
  const endpoints = useEndpoints();
  // As the server chooses: one that names the provider, else one of its name that names none.
  const own =
    endpoints?.find(({ config }) => config.provider === provider.name) ??
    endpoints?.find(({ config }) => config.provider === undefined && config.name === provider.name);
  const at = own ?? endpoints?.find(({ config }) => config.path === '/');
  if (to.trim() !== '' || !endpoints) return null;
  const signs = provider.schemes.length > 0;
  const hasSecret = (at?.config.secrets ?? 0) > 0;
  return (
    <>
      To {at ? `endpoint ${at.name}` : 'the receiver'} at <code>{visibleLine(at?.config.path ?? '/')}</code>,{' '}
      {!signs
        ? `unsigned, since ${visibleLine(provider.title)} documents no signature.`
        : hasSecret
          ? 'signed with its first secret.'
          : 'unsigned, since it has no secret.'}
    </>
  );
}
