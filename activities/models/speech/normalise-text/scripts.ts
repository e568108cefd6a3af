import { AethercastError } from '../../../../platform/aethercast-error.js';

/** ISO 15924 codes that stand for several scripts of Unicode's. */
const mixed: Record<string, string[]> = {
  Jpan: ['Hani', 'Hira', 'Kana'],
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
  Kore: ['Hang', 'Hani'],
};

/** A letter that is skipped is a word that is missing: better no audio than wrong audio. Throws VFA_UNSUPPORTED_SCRIPT. */
export function refuseOtherScripts(text: string, language: string): void {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  const foreign = text.match(script === 'Latn' ? notLatin : notOf(mixed[script] ?? [script]));
  if (!foreign) return;
  const named = [...new Set(foreign)].slice(0, 5).map((word) => word.slice(0, 20));
  throw new AethercastError('VFA_UNSUPPORTED_SCRIPT', {
    message: `The voice reads ${lettersOf(script)} and cannot say: ${named.join(', ')}. Spell it in these letters.`,
    details: { letters: named },
  });
}

/** Unicode's later Latin blocks: letters of medieval manuscripts and of phoneticians, which espeak-ng skips without a word. */
const unread = '\\ua722-\\ua787\\ua78e-\\ua7ff\\uab30-\\uab6f\\u{10780}-\\u{107bf}\\u{1df00}-\\u{1dfff}';

const notLatin = notOf([]);

function notOf(scripts: string[]): RegExp {
  // Script extensions: Japanese's long vowel mark belongs to two scripts.
  const own = scripts.map((script) => `\\p{scx=${script}}`).join('');
  return new RegExp(
    `(?:(?![\\p{Script=Latin}${own}0-9])[\\p{L}\\p{N}]|[${unread}])[\\p{L}\\p{M}\\p{N}]*`,
    'gu',
  );
}

function lettersOf(script: string): string {
  if (script === 'Latn') return 'Latin letters';
  return `Latin and ${new Intl.DisplayNames('en', { type: 'script' }).of(script) ?? script} letters`;
}
