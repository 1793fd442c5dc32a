import { spawn } from 'node:child_process';

/**
 * Shows a URL in the person's browser. No shell is involved; a machine without a browser is no error.
 * The URL stands in process arguments, which every user of the machine can read: no secret may be in it.
 */
export function openBrowser(url: string): void {
  const [command, args] = opener(url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function opener(url: string): [string, string[]] {
  switch (process.platform) {
    case 'darwin':
      return ['open', [url]];
    case 'win32':
      return ['rundll32', ['url.dll,FileProtocolHandler', url]];
    default:
      return ['xdg-open', [url]];
  }
}
