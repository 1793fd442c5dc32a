import type { BodyRef } from '@hooktap/protocol';
import { useHooktap } from '../connection/hooktap.ts';
import { body } from '../messages/body/en.ts';
import { useT } from '../messages/use-t.ts';
import { useAnnounce } from '../parts/Announcer.tsx';
import { IconButton } from '../parts/Button.tsx';
import { type BodyWay, bodyRequest } from './body-request.ts';
import { saveBytes } from './save-bytes.ts';

interface DownloadButtonProps {
  readonly body: BodyRef;
  readonly way: BodyWay;
  readonly fileName: string;
}

/** Fetched with the token, since a plain link could not carry it; saved as bytes, never opened. */
export function DownloadButton({ body: of, way, fileName }: DownloadButtonProps) {
  const t = useT();
  const hooktap = useHooktap();
  const announce = useAnnounce();
  const download = async () => {
    try {
      const { href, options } = bodyRequest(of, way);
      const { bytes } = await hooktap.body(href, options);
      saveBytes(bytes, `${fileName}.${/json/i.test(of.contentType ?? '') ? 'json' : 'bin'}`);
    } catch {
      announce(t(body.downloadFailed));
    }
  };
  return <IconButton icon="download" name={t(body.download)} onClick={download} />;
}
