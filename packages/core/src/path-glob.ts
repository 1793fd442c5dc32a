/** Whether a path fits a glob: `*` stands for anything within a segment, `**` for anything at all. */
export function matchesGlob(path: string, glob: string): boolean {
  const pattern = glob
    .split(/(\*\*|\*)/)
    .map((part) =>
      part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${pattern}$`, 's').test(path);
}
