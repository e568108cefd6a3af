import { AethercastError } from '../../platform/aethercast-error.js';
import { countWords } from '../../platform/count-words.js';
import { cutAtWord } from '../../platform/cut-at-word.js';
import { sniffDocument } from '../../platform/documents/sniff-document.js';
import { detectLanguage } from '../../platform/language.js';
import { splitSpeech } from '../../activities/agent-tasks/split-speech.js';
import { cutInPhrases } from '../../activities/content-harvest/extract/cut-in-phrases.js';
import { extractHtml } from '../../activities/content-harvest/extract/extract-html.js';
import { extractMarkdown } from '../../activities/content-harvest/extract/extract-markdown.js';
import { extractPlain } from '../../activities/content-harvest/extract/extract-plain.js';
import { readWordPart } from '../../activities/content-harvest/extract/docx/read-word-part.js';
import { readNumbering } from '../../activities/content-harvest/extract/docx/word-numbering.js';
import { readStyles } from '../../activities/content-harvest/extract/docx/word-styles.js';
import { inReadingOrder } from '../../activities/content-harvest/extract/pdf/column-order.js';
import { withoutTables } from '../../activities/content-harvest/extract/pdf/without-tables.js';
import { linesToParagraphs } from '../../activities/content-harvest/extract/pdf/pdf-paragraphs.js';
import { titleOf } from '../../activities/content-harvest/source-title.js';
import { robotsAllow } from '../../activities/fetch/robots.js';
import { atOnce } from '../../activities/models/language/extractive/in-turns.js';
import { leansOnPrevious } from '../../activities/models/language/extractive/leans-on-previous.js';
import { readTexts } from '../../activities/models/language/extractive/read-sources.js';
import { splitLongLine } from '../../activities/models/language/extractive/split-long-line.js';
import { splitSentences } from '../../activities/models/language/extractive/split-sentences.js';
import { toUtterances } from '../../activities/models/language/extractive/utterances.js';
import { isUsable, quotesAuthor } from '../../activities/models/language/extractive/usable.js';
import { parseFeed } from '../../activities/models/search/feeds/parse-feed.js';
import { plainSummary } from '../../activities/models/search/plain-text.js';
import { normaliseText } from '../../activities/models/speech/normalise-text/normalise-text.js';
import { readPronunciations } from '../../activities/models/speech/pronunciations/read-pronunciations.js';
import { checkScript } from '../../activities/script/check-script.js';
import { shortenOpening } from '../../activities/script-weaver/shorten-opening.js';
import { cleanText } from '../../activities/text/clean-text.js';
import { decodeText } from '../../activities/text/decode-text.js';
import { contentWords } from '../../activities/topic-discovery/content-words.js';
import { howItGrows } from '../support/grows-linearly.js';
import { hostileTexts } from '../support/hostile-texts.js';

const names = new Map([['Tycho', { phonemes: 'ˈtaɪkoʊ' }]]);

/** All that works on people's texts, and the length up to which it is measured (characters). */
const works: Readonly<Record<string, [work: (text: string) => unknown, maxLength: number]>> = {
  cleanText: [cleanText, 128_000],
  decodeText: [(text) => decodeText(Buffer.from(text)), 128_000],
  countWords: [countWords, 64_000],
  detectLanguage: [detectLanguage, 64_000],
  cutAtWord: [(text) => cutAtWord(text, 60_000), 64_000],
  'the kind of a document': [(text) => sniffDocument(Buffer.from(text)), 64_000],
  'plain text': [extractPlain, 128_000],
  'phrases of a transcript': [cutInPhrases, 64_000],
  Markdown: [extractMarkdown, 32_000],
  'a page': [extractHtml, 16_000],
  'a page with a title': [(text) => extractHtml(`<title>${text}</title><h1>${text}</h1>`), 16_000],
  'a page with styles': [styledPage, 16_000],
  'a page of small lines': [(text) => extractHtml(smallLines(text)), 16_000],
  'a page with raised text': [
    (text) => extractHtml(`<p>${text}<sup>${text.slice(0, 18)}</sup></p><p>1<sup>2</sup>`.repeat(2)),
    16_000,
  ],
  'a page with data for search engines': [dataPage, 16_000],
  'lines of a PDF': [pdf, 32_000],
  'columns of a PDF': [columns, 32_000],
  'a part of a Word document': [wordPart, 64_000],
  'a title': [(text) => titleOf(text, text, { given: text, filename: text }), 32_000],
  'robots.txt': [
    (text) => robotsAllow(`user-agent: *\ndisallow: /${text}`, new URL('https://a.b/c'), 'us'),
    64_000,
  ],
  'a feed': [feed, 32_000],
  'a summary': [plainSummary, 64_000],
  'content words': [contentWords, 16_000],
  sentences: [splitSentences, 32_000],
  'sentences that can be used': [usable, 32_000],
  'a long line': [splitLongLine, 32_000],
  'passages of two sources': [passages, 16_000],
  'the checks of a script': [checks, 32_000],
  'the opening of a script': [opening, 32_000],
  'a spoken script': [(text) => splitSpeech(text, 'en-US'), 32_000],
  'names in a line': [(text) => readPronunciations(text, names, 'en-US'), 64_000],
  'English for a voice': [(text) => normaliseText(text, 'en-US'), 16_000],
  'German for a voice': [(text) => normaliseText(text, 'de-DE'), 16_000],
};

describe('the time for a text grows with its length, and no faster:', function () {
  this.timeout(120_000);

  for (const [name, [work, maxLength]] of Object.entries(works)) {
    it(name, () => {
      const faults = Object.entries(hostileTexts).flatMap(([kind, textOf]) => {
        const growth = howItGrows(answered(work), textOf, maxLength);
        return growth === undefined ? [] : [`${kind}: ${growth}`];
      });
      if (faults.length > 0) throw new Error(faults.join('\n'));
    });
  }
});

/** A refusal is an answer; parsers throw RangeError and TypeError at what is no document. */
function answered(work: (text: string) => unknown): (text: string) => unknown {
  return (text) => {
    try {
      return work(text);
    } catch (error) {
      if (error instanceof AethercastError || error instanceof RangeError || error instanceof TypeError)
        return error;
      throw error;
    }
  };
}

function styledPage(text: string): unknown {
  const attribute = text.replaceAll('"', "'");
  const body = `<div class="${attribute}" id="${attribute}" style="${attribute}"><p>One.</p></div>`;
  return extractHtml(`<html><head><style>${text}</style></head><body>${body.repeat(3)}</body></html>`);
}

/** Lines as long as those that are looked at for dates, credits and the like. */
function smallLines(text: string): string {
  const lines = text.match(/[\s\S]{1,110}/g) ?? [];
  return lines.map((line) => `<p>${line.replaceAll('<', '')}</p>`).join('');
}

function dataPage(text: string): unknown {
  const data = `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', articleBody: text })}</script>`;
  return extractHtml(`<html><head>${data}</head><body><p>One.</p></body></html>`);
}

function pdf(text: string): unknown {
  const lines = (text.match(/[\s\S]{1,80}/g) ?? []).map((line, at) => ({
    text: line,
    left: 72,
    right: 500,
    y: 10_000 - at * 12,
    size: 10,
  }));
  return linesToParagraphs([lines]);
}

/** Three lines in each row, across columns. */
function columns(text: string): unknown {
  const lines = (text.match(/[\s\S]{1,20}/g) ?? []).map((line, at) => {
    const left = 72 + 150 * (at % 3);
    return { text: line, left, right: left + 120, y: 10_000 - Math.floor(at / 3) * 12, size: 10 };
  });
  return withoutTables(inReadingOrder(lines), []);
}

function wordPart(text: string): unknown {
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>${text}`;
  return readWordPart(xml, readStyles(text), readNumbering(text));
}

function feed(text: string): unknown {
  const item = `<item><title>${text}</title><link>/1</link><description>${text}</description></item>`;
  return parseFeed(
    Buffer.from(`<rss version="2.0"><channel>${item}</channel></rss>`),
    undefined,
    'https://a.b/',
  );
}

function usable(text: string): unknown {
  const sentences = splitSentences(text);
  quotesAuthor(sentences);
  return sentences.map((sentence) => isUsable(sentence, {}) && leansOnPrevious(sentence));
}

function passages(text: string): unknown {
  const source = { kind: 'text' as const, title: 'A', sha256: '', word_count: 0, language: 'en', text };
  const sources = ['a', 'b'].map((source_id) => ({ ...source, source_id }));
  const material = atOnce(readTexts(sources, undefined));
  return toUtterances(material.passages.flatMap(({ sentences }) => sentences));
}

function checks(text: string): unknown {
  const line = { line_id: 'l000', speaker: 'Ada', text, source_refs: [] };
  return checkScript({ segments: [{ segment_title: 'INTRO', content: '', lines: [line] }], speakers: [] });
}

function opening(text: string): unknown {
  const line = { speaker: 'Ada', text, source_refs: [] };
  return shortenOpening([{ segment_title: 'INTRO', lines: [line] }]);
}
