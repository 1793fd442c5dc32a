/** The tags with one more; the same list where it is there already, or is nothing. */
export function withTag(tags: readonly string[], given: string): readonly string[] {
  const tag = given.trim();
  return tag === '' || tags.includes(tag) ? tags : [...tags, tag];
}
