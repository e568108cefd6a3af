/** 65,000 ms is `1:05`; from an hour on `1:02:05`. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const tail = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** An ISO moment as people of the reader's place write it. */
export function moment(iso: string): string {
  return dateTime.format(new Date(iso));
}

/** `about 3 min`, `about 40 s`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return seconds < 90 ? `about ${seconds} s` : `about ${Math.round(seconds / 60)} min`;
}

/** `740 B`, `12 KB`, `3.4 MB`, in steps of 1,024 as the server's limits are. */
export function bytes(count: number): string {
  if (count < 1_024) return `${count} B`;
  if (count < 1_024 ** 2) return `${Math.round(count / 1_024)} KB`;
  return `${(count / 1_024 ** 2).toFixed(1).replace('.0', '')} MB`;
}

const wholeNumber = new Intl.NumberFormat('en');

/** `1 word`, `1,234 words`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${wholeNumber.format(count)} ${count === 1 ? one : many}`;
}
