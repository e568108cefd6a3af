import { countWords, minEpisodeWords } from '../../../../platform/count-words.js';
import { AethercastError } from '../../../../platform/aethercast-error.js';
import type { Warning } from '../../../../workflows/contract/script.js';
import type { Block } from './block.js';

/** Sentences by which a page stops: what comes next is for those who pay or log in. */
const stops = [
  /\bto (?:continue|keep|finish) reading\b|\bcontinue reading (?:with|by|for|this (?:article|story))\b|\bto (?:read|access|view|unlock|see) (?:the (?:rest|full|whole|complete|entire)|this (?:article|story|content|post)|more of this)\b/i,
  /\b(?:this|the (?:full|rest of the|whole)) (?:article|story|content|post|page|feature|report) is (?:only |exclusively |reserved |available |exclusive )*(?:for|to) (?:our |paying |paid |registered |premium |digital )*(?:subscribers|members|readers who)\b/i,
  /\b(?:exclusive|available only|only available) (?:for|to) (?:our |paying |registered |premium )*(?:subscribers|members)\b/i,
  /^(?:for )?(?:subscribers|members)(?: only|[- ]only)\b|\bsubscriber[- ]only (?:article|story|content)\b|\byou(?:'|’)?(?:ve| have) (?:reached|used|read) (?:your|all|the) .{0,40}\b(?:limit|free articles?|free stories)\b/i,
  /\b(?:log|sign) in (?:or (?:register|subscribe|create an account) )?to (?:continue|read|view|access|keep)\b|\b(?:create|register for) (?:a free|an|your) account to (?:continue|read|access|keep)\b/i,
  /\bsubscribe (?:now |today )?to (?:read|continue|unlock|keep reading|get (?:full|unlimited) access)\b|\bstart your (?:free )?(?:trial|subscription) (?:now )?to (?:read|continue)\b/i,
  /\b(?:dieser artikel|dieser beitrag|dieser text) ist (?:nur |exklusiv |ausschließlich )*für (?:unsere )?(?:abonnent|plus|registrierte)|\bweiterlesen mit\b|\bum weiterzulesen\b/i,
  /\barticle (?:est )?réservé aux abonnés\b|\bpour lire la suite\b|\bla suite (?:de cet article )?est réservée\b/i,
  /\b(?:contenido|artículo) (?:exclusivo|solo|sólo) para suscriptores\b|\bpara (?:seguir|continuar) leyendo\b|\b(?:conteúdo|matéria) exclusiv[oa] para assinantes\b|\bpara continuar lendo\b/i,
];

/** What notices of paywalls are made of besides. */
const offers =
  /\b(?:subscri(?:be|bers?|ption)|free trial|trial (?:ends|period)|cancel (?:at )?any ?time|already (?:a (?:subscriber|member)|have an account|subscribed)|(?:per|each|a|every) month|digital access|unlimited access|choose (?:a|your) plan|log in|sign in|abonn|suscri|assin)/gi;

/** A notice is shorter than this (words); an article that quotes such a sentence goes on. */
const longestNotice = 200;

/** Behind a notice that stops a page hardly anything follows that is told (words). */
const mostAfter = 60;

/** An article from this length on (words) is not taken for a beginning, unless the page says that it is not free. */
const wholeArticle = 300;

export const paywallWarning: Warning = {
  code: 'WCHA_PAYWALL',
  message: 'The page gives only the beginning of the article: the rest is for subscribers or members.',
};

/**
 * Finds where a page stops for those who do not pay or are not logged in, and leaves the notice out. Returns whether
 * the page gives only the beginning of its article.
 */
export function leavePaywall(blocks: Block[], isPaid: boolean): boolean {
  const said = blocks.filter(({ left }) => left === undefined);
  const at = said.findIndex((block, number) => isNotice(block) && told(said.slice(number + 1)) <= mostAfter);
  for (const block of at < 0 ? [] : said.slice(at)) block.left = 'paywall_notice';
  const around = blocks.filter(
    (block) => block.left === 'boilerplate' && isNotice(block) && makesOffer(block.text),
  );
  for (const block of around) block.left = 'paywall_notice';
  const words = said.slice(0, at < 0 ? undefined : at).reduce((sum, { text }) => sum + countWords(text), 0);
  if (isPaid) return words < wholeArticle;
  return (at >= 0 || around.length > 0) && words < wholeArticle;
}

function isNotice({ text }: Block): boolean {
  return stopsReader(text) && countWords(text) <= longestNotice;
}

/** @throws AethercastError WCHA_PAYWALL where the beginning is too short for an episode */
export function checkBeginning(text: string): void {
  const words = countWords(text);
  if (words >= minEpisodeWords) return;
  throw new AethercastError('WCHA_PAYWALL', {
    message: `The page gives only the beginning of the article, ${words} ${words === 1 ? 'word' : 'words'}: the rest is for subscribers or members. If you can read it, save the page or paste its text.`,
    details: { reason: 'paywall', words },
  });
}

function stopsReader(text: string): boolean {
  const beginning = text.slice(0, 2_000);
  return stops.some((stop) => stop.test(beginning));
}

function makesOffer(text: string): boolean {
  return (text.slice(0, 2_000).match(offers) ?? []).length > 0;
}

/** Words of paragraphs that sell nothing. */
function told(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + (makesOffer(text) ? 0 : countWords(text)), 0);
}
