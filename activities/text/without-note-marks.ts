/**
 * Leaves out the marks of footnotes and the citations of papers, which nobody can follow by ear: [12], [3, 5–7],
 * [note 1], [citation needed], rock.¹², word†, (Smith et al., 2012; Lee 2014). Powers (m², 10⁶) stay.
 */
export function withoutNoteMarks(text: string): string {
  return text
    .replace(bracketed, '')
    .replace(raised, '$1')
    .replace(/([\p{L}.,;:!?)”"’])[†‡]{1,3}(?![\p{L}\p{N}])/gu, '$1')
    .replace(cited, (whole, inner: string) => (isCitation(inner) ? '' : whole));
}

const bracketed =
  / ?\[(?:\d{1,3}(?:[,;] ?\d{1,3}|[–-]\d{1,3}){0,20}|(?:note|nb|n|fn|ref)\.? ?\d{1,9}|citation needed|clarification needed|better source needed|verification needed|page needed|according to whom\?|by whom\?|who\?|when\?|where\?|which\?|why\?|vague|dubious|update|edit|edit source|sic)\]/gi;

/** A number raised behind a word of four letters or a sentence's end is a note's; units are shorter. */
const raised =
  /(\p{L}{4}|[.,;:!?)”"’])[⁰¹²³⁴⁵⁶⁷⁸⁹](?:[⁰¹²³⁴⁵⁶⁷⁸⁹]|[,⁻–][⁰¹²³⁴⁵⁶⁷⁸⁹]){0,10}(?![\p{L}\p{N}])/gu;

const cited = / ?\(([^()\n]{6,300})\)/g;

/** Every work is named with its year, and at least one with two authors or a page: "(Plymouth, 1759)" is a place. */
function isCitation(inner: string): boolean {
  const works = inner.split(/; ?/);
  if (
    works.length > 12 ||
    !works.every((work) =>
      /^(?:(?:see|cf\.|e\.g\.,?|de|van|von) )?\p{Lu}[\p{L}\p{M}.,&'’ -]{1,80}? ?(?:1[5-9]|20)\d\d[a-z]?(?:, ?(?:1[5-9]|20)\d\d[a-z]?){0,5}(?:, ?(?:p{1,2}|ch|sec)\. ?\d[\d–-]{0,9}|: ?\d[\d–-]{0,9})?$/u.test(
        work.trim(),
      ),
    )
  )
    return false;
  return (
    works.length > 1 ||
    /\bet al\b|\p{Lu}[\p{L}’'-]+ (?:&|and) \p{Lu}[\p{L}’'-]+,? (?:1[5-9]|20)\d\d|\d, ?(?:p{1,2}|ch|sec)\. ?\d/u.test(
      inner,
    )
  );
}
