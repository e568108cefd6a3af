import NodeId3 from 'node-id3';
import { imageType } from '../image-type.js';
import { primaryLanguage } from '../../../platform/language.js';
import type { Chapter } from './chapters.js';
import type { EpisodeMeta } from './episode-parts.js';

/** Said in every file: listeners and the EU AI Act (article 50) want to know. */
const disclosure = 'Made by AI: script and voices are synthetic.';

/** Picture type of the APIC frame. */
const frontCover = 3;

/**
 * The ID3v2.3 tag of an episode (https://id3.org/id3v2.3.0, chapters: https://id3.org/id3v2-chapters-1.0). Equal
 * input gives equal bytes.
 */
export function id3Tag(meta: EpisodeMeta, chapters: Chapter[]): Buffer {
  const [year = '', month = '', day = ''] = meta.date.split('-');
  const language = threeLetterLanguage(meta.language);
  const elements = chapters.map((_, index) => `chp${index}`);
  return NodeId3.create({
    title: meta.title,
    artist: meta.artist,
    album: meta.album,
    year,
    date: day + month,
    language,
    comment: { language, text: disclosure },
    userDefinedText: [{ description: 'ai-content', value: 'true' }],
    ...(meta.cover !== undefined && {
      image: {
        mime: imageType(meta.cover),
        type: { id: frontCover },
        description: 'Cover',
        imageBuffer: meta.cover,
      },
    }),
    chapter: chapters.map(({ title, startMs, endMs }, index) => ({
      elementID: `chp${index}`,
      startTimeMs: startMs,
      endTimeMs: endMs,
      tags: { title },
    })),
    ...(elements.length > 0 && { tableOfContents: [{ elementID: 'toc', isOrdered: true, elements }] }),
  });
}

/** ID3 wants ISO 639-2. The display name of a language is not needed for that: a table of what voices can speak. */
const threeLetters: Record<string, string> = {
  en: 'eng', de: 'ger', fr: 'fre', es: 'spa', it: 'ita', pt: 'por', nl: 'dut', pl: 'pol', ru: 'rus', uk: 'ukr',
  cs: 'cze', sv: 'swe', ro: 'rum', hu: 'hun', tr: 'tur', el: 'gre', ar: 'ara', he: 'heb', hi: 'hin', zh: 'chi',
  ja: 'jpn', ko: 'kor', vi: 'vie', id: 'ind', fi: 'fin', da: 'dan', no: 'nor', ca: 'cat',
}; // prettier-ignore

/** `und` (undetermined) for a language that the table lacks. */
function threeLetterLanguage(tag: string): string {
  return threeLetters[primaryLanguage(tag)] ?? 'und';
}
