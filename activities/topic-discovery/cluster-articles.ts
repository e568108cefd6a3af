import type { FoundArticle } from '../models/search/search-provider.js';
import { canonicalUrl } from '../text/canonical-url.js';
import { stemsOf } from './content-words.js';

/** Articles about the same story, the earliest first: its id stays that of the story across refreshes. */
export type Story = { articles: FoundArticle[] };

/**
 * Minimum cosine similarity of two articles of one story: at this value most reports of one event are grouped, and two
 * events of one subject are not (test/unit/cluster-articles.test.ts).
 */
const minLikeness = 0.3;

/** A story is reported within days: similar articles further apart are a series ("The week in pictures"). */
const maxApartMs = 4 * 86_400_000;

/** Beyond this many, the newest are looked at: grouping 2,000 articles takes 0.7 s of the process's time. */
const maxArticles = 2_000;

/** Of a summary, what is compared: some sources give paragraphs. */
const comparedSummary = 300;

type Described = { article: FoundArticle; terms: Map<string, number> };

/**
 * Groups near-duplicates by the words of title (counted double) and summary, rare words counting more. Every article
 * joins the story whose first article it is most like. The same articles give the same stories in the same order.
 */
export function clusterArticles(articles: readonly FoundArticle[]): Story[] {
  const described = describe(distinctPages(newestOf(articles)));
  const stories: Story[] = [];
  const leads: Described[] = [];
  const leadsByTerm = new Map<string, number[]>();
  for (const each of described) {
    const found = mostLike(each, leads, leadsByTerm);
    if (found !== undefined) {
      stories[found]?.articles.push(each.article);
      continue;
    }
    for (const term of each.terms.keys()) {
      leadsByTerm.set(term, [...(leadsByTerm.get(term) ?? []), leads.length]);
    }
    leads.push(each);
    stories.push({ articles: [each.article] });
  }
  return stories;
}

function newestOf(articles: readonly FoundArticle[]): readonly FoundArticle[] {
  if (articles.length <= maxArticles) return articles;
  return [...articles]
    .sort((a, b) => compare(b.published_at ?? '', a.published_at ?? '') || byAge(a, b))
    .slice(0, maxArticles);
}

/** One article per page, the earliest first, those without a date last. */
function distinctPages(articles: readonly FoundArticle[]): FoundArticle[] {
  const pages = new Map<string, FoundArticle>();
  for (const article of [...articles].sort(byAge)) {
    const page = canonicalUrl(article.url);
    const known = pages.get(page);
    if (known === undefined) pages.set(page, article);
    else if (article.matched === true) pages.set(page, { ...known, matched: true });
  }
  return [...pages.values()];
}

function byAge(a: FoundArticle, b: FoundArticle): number {
  const first = a.published_at ?? '9999';
  const second = b.published_at ?? '9999';
  return (
    compare(first, second) || compare(canonicalUrl(a.url), canonicalUrl(b.url)) || compare(a.feed, b.feed)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Articles as vectors of length 1: how often a stem stands in them, times how rare it is among all. */
function describe(articles: readonly FoundArticle[]): Described[] {
  const counts = articles.map(({ title, summary }) => {
    const count = new Map<string, number>();
    for (const stem of stemsOf(title)) count.set(stem, (count.get(stem) ?? 0) + 2);
    for (const stem of stemsOf(summary.slice(0, comparedSummary)))
      count.set(stem, (count.get(stem) ?? 0) + 1);
    return count;
  });
  const frequency = new Map<string, number>();
  for (const count of counts)
    for (const stem of count.keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  return articles.map((article, at) => {
    const weights = [...(counts[at] ?? [])].map(([stem, count]): [string, number] => [
      stem,
      (1 + Math.log(count)) * Math.log(1 + articles.length / (frequency.get(stem) ?? 1)),
    ]);
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return { article, terms: new Map(weights.map(([stem, weight]) => [stem, weight / length])) };
  });
}

function mostLike(
  { article, terms }: Described,
  leads: readonly Described[],
  leadsByTerm: ReadonlyMap<string, number[]>,
): number | undefined {
  const likeness = new Map<number, number>();
  for (const [term, weight] of terms) {
    for (const lead of leadsByTerm.get(term) ?? []) {
      likeness.set(lead, (likeness.get(lead) ?? 0) + weight * (leads[lead]?.terms.get(term) ?? 0));
    }
  }
  let best: { lead: number; value: number } | undefined;
  for (const [lead, value] of likeness) {
    if (value < minLikeness || !isNear(article, leads[lead]?.article)) continue;
    const isBetter = best === undefined || value > best.value || (value === best.value && lead < best.lead);
    if (isBetter) best = { lead, value };
  }
  return best?.lead;
}

function isNear(a: FoundArticle, b: FoundArticle | undefined): boolean {
  if (a.published_at === undefined || b?.published_at === undefined) return true;
  return Math.abs(Date.parse(a.published_at) - Date.parse(b.published_at)) <= maxApartMs;
}
