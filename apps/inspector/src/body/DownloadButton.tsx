import type { BodyRef } from '@hooktap/protocol';
import { useHooktap } from '../connection/hooktap.ts';
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
export function DownloadButton({ body, way, fileName }: DownloadButtonProps) {
  const hooktap = useHooktap();
  const announce = useAnnounce();
  const download = async () => {
    try {
      const { href, options } = bodyRequest(body, way);
      const { bytes } = await hooktap.body(href, options);
      saveBytes(bytes, `${fileName}.${/json/i.test(body.contentType ?? '') ? 'json' : 'bin'}`);
    } catch {
      announce('The body could not be downloaded.');
    }
  };
  return <IconButton icon="download" name="Download" onClick={download} />;
}
