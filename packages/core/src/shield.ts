/** Names that bots ask for within minutes of a public URL's birth; a segment that begins with one is refused. */
const secretNames = [
  '.env',
  '.git',
  '.hooktap',
  '.svn',
  '.hg',
  '.aws',
  '.ssh',
  '.npmrc',
  '.yarnrc',
  '.netrc',
  '.docker',
  '.kube',
  '.vscode',
  '.idea',
  '.ds_store',
  '.ht',
  '.bash',
  '.zsh',
  '.profile',
  '.pgpass',
];
const maxDecodings = 8;

/** Percent-decodes byte by byte and leaves what is no escape alone. */
const decodeOnce = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Percent-decoded until nothing changes, since what stands behind the target may decode more than once. */
export function decodedPath(path: string): string {
  let decoded = path;
  for (let round = 0; round < maxDecodings; round++) {
    const next = decodeOnce(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

/** Whether a path, decoded however often, asks for a file that a development server may serve by mistake. */
export function isShielded(path: string): boolean {
  if (!path.includes('.') && !path.includes('%')) return false;
  const decoded = decodedPath(path);
  return decodeOnce(decoded) !== decoded || hasSecretSegment(decoded);
}

const hasSecretSegment = (path: string): boolean =>
  path
    .toLowerCase()
    .split(/[/\\]/)
    .some((segment) => secretNames.some((name) => segment.trimStart().startsWith(name)));
