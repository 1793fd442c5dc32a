import { lineOfField } from './locate-field.ts';
import type { LoadedConfig } from './read-config.ts';

/** Where the value of a setting comes from. */
export type SettingOrigin =
  | { readonly kind: 'flag'; readonly flag: string }
  | { readonly kind: 'environment'; readonly variables: readonly string[] }
  | { readonly kind: 'config'; readonly file: string; readonly line?: number | undefined }
  | { readonly kind: 'default' };

export interface Setting {
  readonly name: string;
  /** As a person reads it; never a secret. */
  readonly value: string;
  readonly origin: SettingOrigin;
}

export function originText(origin: SettingOrigin): string {
  switch (origin.kind) {
    case 'flag':
      return origin.flag;
    case 'environment':
      return `environment: ${origin.variables.join(', ')}`;
    case 'config':
      return origin.line === undefined ? origin.file : `${origin.file}:${origin.line}`;
    case 'default':
      return 'default';
  }
}

/** Where a field of the config file stands. */
export function configOrigin(
  { name, source }: LoadedConfig,
  path: readonly (string | number)[],
): SettingOrigin {
  const line = lineOfField(source, path);
  return { kind: 'config', file: name, ...(line !== null && { line }) };
}

/** `uiPort` is `--ui-port`, and what is off `--no-…`. */
export function flagName(setting: string, value: unknown): string {
  const dashed = setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return value === false ? `--no-${dashed}` : `--${dashed}`;
}
