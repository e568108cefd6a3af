/** What topics are sorted into, in the order of the web UI. A feed of the operator's may bring others. */
export const categories = [
  'Technology',
  'Science',
  'Lifestyle',
  'Business',
  'Health & Wellness',
  'Arts & Culture',
  'Education',
  'News & Current Events',
] as const;

/** Of feeds that the operator put into no category. */
export const noCategory = 'General';

/** A category as it is written here, however its name was typed; others are the operator's own and stay. */
export function asCategory(name: string): string {
  const trimmed = name.trim();
  return categories.find((known) => known.toLowerCase() === trimmed.toLowerCase()) ?? trimmed;
}
