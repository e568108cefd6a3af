/** Parameters that say how a reader came to a page, not which page it is. */
const tracking =
  /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs(enc|mi)|at_(medium|campaign|custom\d*|link_.*|format|bbc_team)|ns_(mchannel|source|campaign|linkname|fee)|cmp|ftag|ocid|xtor|smid|partner|ref|rss|source|src|feed.*)$/i;

/**
 * One address for one page, to compare and to name it by; the page is fetched by the address that was found. Scheme,
 * `www.`, fragment, tracking parameters, a closing slash and the order of parameters do not count.
 */
export function canonicalUrl(address: string): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return address;
  const url = new URL(address);
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name));
  const parameters = kept
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  const port = url.port === '' ? '' : `:${url.port}`;
  const path = url.pathname.replace(/\/(?:amp\/?)?$/i, '');
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`;
  return `https://${url.hostname.replace(/^www\./, '')}${port}${path}${query}`;
}
