/** A sentence as a host says it. References for the eye are not for the ear. */
export function spokenText(text: string): string {
  return text
    .replace(/\s*\((?:see|cf\.?|fig\.?|table|p\.|pp\.)[^)]*\)/gi, '')
    .replace(/\s*\[[^\]]{1,20}\]/g, '')
    .replace(/\s+([,.;:!?])/g, '$1')
    .trim();
}
