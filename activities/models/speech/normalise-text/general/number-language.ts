import { createRequire } from 'node:module';

/** The part of an n2words language that we use: https://github.com/forzagreen/n2words. */
export type NumberLanguage = {
  toCardinal: (value: bigint | string) => string;
  /** Throws on zero and below. */
  toOrdinal: (value: bigint) => string;
};

/** Languages that n2words writes numbers in, by the tags of its modules; the first of a language is its default. */
const tags =
  'am-ET ar-SA az-AZ bn-BD cs-CZ da-DK de-DE el-GR es-ES es-MX es-US fa-IR fi-FI fil-PH fr-FR fr-BE gu-IN ha-NG he-IL ' +
  'hi-IN hr-HR hu-HU id-ID it-IT ja-JP ka-GE kn-IN ko-KR lt-LT lv-LV mr-IN ms-MY nb-NO nl-NL pa-IN pl-PL pt-PT ro-RO ' +
  'ru-RU sr-Cyrl-RS sr-Latn-RS sv-SE sw-KE ta-IN te-IN th-TH tr-TR uk-UA ur-PK vi-VN yo-NG zh-Hans-CN zh-Hant-TW';

type NumberModule = {
  [form in keyof NumberLanguage]: (value: bigint | string, options?: { formal: boolean }) => string;
};

const modules = tags.split(' ').map((tag) => ({ tag, locale: new Intl.Locale(tag).maximize() }));
const loaded = new Map<string, NumberLanguage>();

/** Undefined for a language that n2words has no words of. */
export function numberLanguage(language: string): NumberLanguage | undefined {
  const wanted = new Intl.Locale(language === 'no' ? 'nb' : language).maximize();
  const candidates = modules.filter(
    ({ locale }) => locale.language === wanted.language && locale.script === wanted.script,
  );
  const tag = (candidates.find(({ locale }) => locale.region === wanted.region) ?? candidates[0])?.tag;
  if (tag === undefined) return undefined;
  const known = loaded.get(tag);
  if (known) return known;
  // Read when first needed: fifty languages are 0.9 MB of source. Node requires ES modules since 20.19.
  const module = createRequire(import.meta.url)(`n2words/${tag}`) as NumberModule;
  const words = tag.startsWith('zh') ? plainChinese(module) : module;
  loaded.set(tag, words);
  return words;
}

/** n2words writes Chinese numbers as cheques do. */
function plainChinese({ toCardinal, toOrdinal }: NumberModule): NumberLanguage {
  return {
    toCardinal: (value) => toCardinal(value, { formal: false }),
    toOrdinal: (value) => toOrdinal(value, { formal: false }),
  };
}
