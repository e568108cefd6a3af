/** A view stands in the app's page, which has its `main` and its first heading: a view's are one level lower. */
export const tags = {
  div: 'div', main: 'div', header: 'header', footer: 'footer', nav: 'nav', section: 'section', article: 'article',
  aside: 'aside', form: 'form', ul: 'ul', li: 'li', p: 'p', span: 'span', h1: 'h2', h2: 'h3', h3: 'h4', h4: 'h5',
  small: 'small', strong: 'strong', time: 'time', status: 'p', alert: 'p',
} as const; // prettier-ignore

export type Semantics = keyof typeof tags;

/** What assistive technology announces when it changes. */
export function roleOf(semantics: Semantics): { role?: 'status' | 'alert' } {
  return semantics === 'status' || semantics === 'alert' ? { role: semantics } : {};
}
