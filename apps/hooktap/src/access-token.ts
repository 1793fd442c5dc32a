import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode, Failure, reasonOf, systemCode } from './failure.ts';

const fileName = 'token';
/** Characters that a WebSocket subprotocol and a URL fragment carry unescaped. */
const wellFormed = /^[A-Za-z0-9._~-]{16,256}$/;

/** From HOOKTAP_TOKEN, or the one of the data directory, or a fresh one that is kept there. */
export function accessToken(dataDir: string, env: NodeJS.ProcessEnv): string {
  return givenToken(env) ?? keptToken(dataDir) ?? rotateToken(dataDir);
}

/** The token of HOOKTAP_TOKEN, where it is set. */
export function givenToken(env: NodeJS.ProcessEnv): string | null {
  const given = env['HOOKTAP_TOKEN'];
  if (given === undefined || given === '') return null;
  if (wellFormed.test(given)) return given;
  throw new Failure(
    'HOOKTAP_TOKEN is no usable token: give 16 to 256 letters, digits, dots, hyphens, underscores or tildes.',
    exitCode.usage,
  );
}

/** The file in which a data directory's token lies. */
export const tokenFile = (dataDir: string): string => join(dataDir, fileName);

/** The token of the data directory; null where there is none yet. */
export function keptToken(dataDir: string): string | null {
  try {
    const kept = readFileSync(tokenFile(dataDir), 'utf8').trim();
    return wellFormed.test(kept) ? kept : null;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw new Failure(
      `The token file ${tokenFile(dataDir)} cannot be read: ${reasonOf(error)}. Check its permissions.`,
    );
  }
}

/** Puts a fresh token in the data directory and answers it. */
export function rotateToken(dataDir: string): string {
  const token = randomBytes(24).toString('base64url');
  const file = tokenFile(dataDir);
  const fresh = `${file}.${process.pid}.new`;
  try {
    writeFileSync(fresh, `${token}\n`, { mode: 0o600 });
    renameSync(fresh, file);
  } catch (error) {
    throw new Failure(`The token file ${file} cannot be written: ${reasonOf(error)}. Check its permissions.`);
  }
  return token;
}
