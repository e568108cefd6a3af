import { digitWords } from './number-words.js';

/** Endings that make a bare word with dots an address. Others need `http://` or `www.` before them. */
const domains = 'com|org|net|edu|gov|mil|int|io|ai|app|dev|info|eu|uk|us|de|fr|ca|au|ie|nz|in|tv|fm';

// Both begin where a row of such signs begins, and nowhere within it: from every sign on, a long row takes time by the
// square of its length.
const email = /(?<![\w.+&-])([.+&-]*)\b([\w.+&-]+)@((?:[\w-]+\.)+[a-z]{2,})\b(\/[^\s<>"]*)?/gi;
const address = new RegExp(
  String.raw`\b(?:https?:\/\/|ftp:\/\/)(?:[^\s\/@]*@)?([\w-]+(?:\.[\w-]+)*)(?::\d+)?([\/?#][^\s<>"]*)?|\b(?=[a-z0-9])(?<=(?<![\w.-])[.-]*)(www\.[\w-]+(?:\.[\w-]+)+|(?:[a-z0-9-]+\.)+(?:${domains})(?:\.[a-z]{2})?(?![\w-]|\.\w))(\/[^\s<>"]*)?`,
  'gi',
);
const filePath = /(?<![\p{L}\d/.])(?:\bfile:\/\/|~|[A-Z]:(?=\\))?(?:[/\\][\w.-]{1,40}){2,}[/\\]?/gu;
/** A name of a file or a program: Node.js, main.py. */
const dottedName =
  /(?<=[\p{L}\d])\.(?=(?:js|ts|jsx|tsx|py|rb|rs|go|sh|html?|css|json|xml|ya?ml|pdf|txt|md|csv|exe|zip|png|jpe?g|gif|svg|mp[34]|docx?|xlsx?|pptx?|dll|ini|cfg|log|sql)\b)/gu;
const handle = /(?<![\p{L}\d@])@([a-z][\w]*_\w*)/giu;
const leadingDot = /(?<![\p{L}\d.])\.(?=(?:NET|com|org|net|edu|gov|io|ai|uk|eu)\b)/gu;

/** A company that is called like its address: Wired.com. It stays as it is written; every voice reads the dot. */
const namedLikeAddress = /^[A-Z][A-Za-z]+\.(?:com|org|net)$/;

/** `https://example.com/news` -> "example dot com slash news", `a.b@c.org` -> "a dot b at c dot org". */
export function readAddresses(text: string): string {
  return text
    .replace(
      email,
      (_, before: string, name: string, host: string, path: string | undefined) =>
        `${before}${spelled(name)} at ${addressWords(host, path ?? '')}`,
    )
    .replace(
      address,
      (written: string, host?: string, path?: string, bareHost?: string, barePath?: string) =>
        namedLikeAddress.test(written)
          ? written
          : addressWords(host ?? bareHost ?? '', path ?? barePath ?? ''),
    )
    .replace(handle, (_, name: string) => `at ${spelled(name)}`)
    .replace(filePath, (path) => filePathWords(path))
    .replace(leadingDot, ' dot ')
    .replace(dottedName, ' dot ');
}

function addressWords(host: string, path: string): string {
  const stop = /[.,;:!?')\]]*$/.exec(path)?.[0] ?? '';
  const spoken = spelled(host.replace(/^www\./i, ''));
  return `${spoken}${pathWords(path.slice(0, path.length - stop.length))}${stop}`;
}

/** Short plain paths are said; of anything longer the host is all that a listener can keep. */
function pathWords(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length > 2 || !parts.every((part) => /^[a-z\d][a-z\d-]{0,19}$/i.test(part))) return '';
  return parts.map((part) => ` slash ${spelled(part)}`).join('');
}

function filePathWords(path: string): string {
  const stop = /\.$/.exec(path)?.[0] ?? '';
  const plain = path.slice(0, path.length - stop.length).replace(/^file:\/\//, '');
  return `${spelled(plain.replace('~', ' tilde ').replace(':', ' ').replace(/[/\\]/g, (mark) => (mark === '/' ? ' slash ' : ' backslash ')))}${stop}`; // prettier-ignore
}

/** Digits in addresses are said singly. */
function spelled(name: string): string {
  return name
    .replaceAll('.', ' dot ')
    .replaceAll('-', ' dash ')
    .replaceAll('_', ' underscore ')
    .replaceAll('+', ' plus ')
    .replaceAll('&', ' ampersand ')
    .replace(/\d+/g, (digits) => ` ${digitWords(digits)} `);
}
