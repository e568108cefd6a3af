/** Endings that make a bare word with dots an address. Others need `http://` or `www.` before them. */
const domains = 'com|org|net|edu|gov|mil|int|io|ai|app|dev|info|eu|uk|us|de|fr|ca|au|ie|nz|in|tv|fm';

// Both begin where a row of such signs begins, and nowhere within it: from every sign on, a long row takes time by the
// square of its length.
const email = /(?<![\w.+-])([.+-]*)\b([\w.+-]+)@((?:[\w-]+\.)+[a-z]{2,})\b/gi;
const address = new RegExp(
  String.raw`\b(?:https?:\/\/|ftp:\/\/)(?:[^\s\/@]*@)?([\w-]+(?:\.[\w-]+)*)(?::\d+)?([\/?#][^\s<>"]*)?|\b(?=[a-z0-9])(?<=(?<![\w.-])[.-]*)(www\.[\w-]+(?:\.[\w-]+)+|(?:[a-z0-9-]+\.)+(?:${domains})\b)(\/[^\s<>"]*)?`,
  'gi',
);

/** `https://example.com/news` -> "example dot com slash news", `a.b@c.org` -> "a dot b at c dot org". */
export function readAddresses(text: string): string {
  return text
    .replace(
      email,
      (_, before: string, name: string, host: string) => `${before}${spelled(name)} at ${spelled(host)}`,
    )
    .replace(address, (_, host?: string, path?: string, bareHost?: string, barePath?: string) =>
      addressWords(host ?? bareHost ?? '', path ?? barePath ?? ''),
    );
}

function addressWords(host: string, path: string): string {
  const stop = /[.,;:!?')\]]*$/.exec(path)?.[0] ?? '';
  const spoken = spelled(host.replace(/^www\./i, ''));
  return `${spoken}${pathWords(path.slice(0, path.length - stop.length))}${stop}`;
}

/** Short plain paths are said; of anything longer the host is all that a listener can keep. */
function pathWords(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length > 2 || !parts.every((part) => /^[a-z][a-z-]{0,19}$/i.test(part))) return '';
  return parts.map((part) => ` slash ${spelled(part)}`).join('');
}

function spelled(name: string): string {
  return name
    .replaceAll('.', ' dot ')
    .replaceAll('-', ' dash ')
    .replaceAll('_', ' underscore ')
    .replaceAll('+', ' plus ');
}
