/** The script's first and last section have names for programs. */
export function sectionTitle(title: string): string {
  if (title === 'INTRO') return 'Introduction';
  return title === 'OUTRO' ? 'Closing' : title;
}
