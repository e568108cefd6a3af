import type { LeftOutReason } from '../../../../workflows/contract/left-out.js';
import type { DomElement } from '../../../text/dom.js';
import { namesIn } from './style-rules.js';
import { beginningOf } from './plain-text-of.js';
import type { TextSize } from './text-size.js';

/** A part of a page that is no part of its article, by what it is called. Matched against whole parts of names. */
type Kind = { reason: LeftOutReason; names: RegExp; most: number };

/**
 * `most`: the share of the page's text up to which a name is believed. Sites call the whole page `has-related` or the
 * article `gallery`.
 */
const kinds: readonly Kind[] = [
  {
    reason: 'picture',
    most: 0.2,
    names: of(
      'caption|captions|credit|credits|cutline|gallery|slideshow|slide-?show|carousel|lightbox|image-?credits?|photo-?credits?|figcaption|caption-?text|\\w*caption(?:-text)?',
    ),
  },
  {
    reason: 'boilerplate',
    most: 0.25,
    names: of(
      'byline|by-line|timestamp|time-stamp|date-?line|(?:pub|post|story|article|publish|published|modified|updated|news)-?date(?:-?time)?|dates|submitted-?by|posted-?(?:on|by)|post-?info|(?:post|entry|article|story|content)-?meta\\w*|meta-?(?:data|info)|read(?:ing)?-?time',
    ),
  },
  {
    reason: 'boilerplate',
    most: 0.25,
    names: of(
      '(?:about-?)?author-?(?:bio|box|info|card|content|details|about|container|description|gear|block|profile)|about-?(?:the-?)?author|post-?author|bio(?:-?box)?|biography-?box|contributor-?bio',
    ),
  },
  {
    reason: 'navigation',
    most: 0.3,
    names: of(
      'related|recommend(?:ed|ations?)?|recirc\\w*|trending|most-?(?:read|popular|viewed|shared)|more-?(?:stories|news|articles|from|on)|read-?(?:more|next|also)|also-?(?:read|like)|you-?may-?like|up-?next|popular(?:-?posts)?|outbrain|taboola|zergnet|breadcrumbs?|pagination|pager|skip-?links?|table-?of-?contents|toc|see-?also|quick-?links?|tags|tag-?(?:list|cloud)|post-?tags|entry-?tags|article-?tags|(?:post|story|article)-?nav\\w*|nav-?links',
    ),
  },
  {
    reason: 'navigation',
    most: 0.3,
    names: of(
      '(?:related|recommended|trending|popular|latest|more|similar)-?(?:content|stories|posts?|articles?|links?|news|videos?|items?|reading|topics?)(?:-\\w{1,20})?',
    ),
  },
  {
    reason: 'boilerplate',
    most: 0.25,
    names: of(
      '(?:social-?)?(?:share|sharing|sharedaddy)(?:-?(?:bar|buttons?|links?|tools?|icons?|this))?|social-?(?:links?|icons?|bar|buttons?|tools?|share|media-?links?)|newsletter(?:s|-?\\w{1,20})?|sign-?up(?:-?\\w{1,20})?|subscrib(?:e|ers?)(?:-?\\w{1,20})?|subscription-?\\w{1,20}|cta|\\w{1,20}-cta|call-?to-?action|promo(?:s|tion|-?\\w{1,20})?|sponsor(?:ed|s|ship)?(?:-?\\w{1,20})?|advert(?:s|isement|ising|orial)?|ads?|ad-?(?:container|slot|unit|wrapper|label|text|box|block|banner)|wpcnt|donat(?:e|ion)s?(?:-?\\w{1,20})?|print-?(?:header|footer|only|info)|copy-?right\\w*|site-?footer|page-?footer|disclosure|disclaimer|app-?(?:promo|download)|notification-?bar',
    ),
  },
  {
    reason: 'boilerplate',
    most: 0.5,
    names: of(
      'comments?(?:-?(?:area|list|section|wrapper|form|thread|respond|container))?|respond|disqus\\w*|replies|discussion',
    ),
  },
  {
    reason: 'reference_list',
    most: 0.7,
    names: of('reflist|references|ref-?list|bibliography|citations|works-?cited|cite-?list'),
  },
  { reason: 'footnote', most: 0.5, names: of('footnotes|endnotes|foot-?note-?list') },
  {
    reason: 'navigation',
    most: 0.3,
    names: of(
      'hatnote|(?:mw-)?edit-?section|mw-jump-link|navbox|vertical-navbox|sidebar-navbox|catlinks|sister-?site-?box|portal-?box|ambox|tmbox|mbox-?small|stub',
    ),
  },
  {
    reason: 'boilerplate',
    most: 0.25,
    names: of(
      '(?:tooltip|popover|rollover|hover-?card|fly-?out|drop-?down)(?:-\\w{1,20})?-(?:block|content|text|box|card|body|panel|inner|menu)',
    ),
  },
];

/** Names that say what an element has, or is not, and not what it is. */
const modifier =
  /^(?:has|with|no|not|without|is|hide|show|page|single|post-\d|category|tag|type|status|format|wp-block-group|elementor)(?:-|$)/;

const consentNames = of(
  'cookies?(?:-?\\w{1,20}){0,3}|(?:\\w{1,20}-){0,2}(?:consent|gdpr|ccpa)(?:-?\\w{1,20}){0,3}|onetrust(?:-\\w{1,20}){0,3}|didomi(?:-\\w{1,20}){0,3}|truste(?:-\\w{1,20}){0,3}|evidon(?:-\\w{1,20}){0,3}|usercentrics(?:-\\w{1,20}){0,2}|qc-cmp\\w*(?:-\\w{1,20}){0,3}|cmp(?:-?\\w{1,20})?|sp-message-container|cookiebot\\w*|cc-(?:window|banner)|privacy-?(?:banner|notice|popup|modal|overlay)',
);

const consentWords =
  /\b(?:cookies?|consent|personal(?:ised|ized)? (?:data|ads)|privacy|partners|vendors|legitimate interest|einwilligung|datenschutz|zustimmung|consentement|traceurs|consentimiento|consenso|privacidad)\b/gi;

/**
 * Why an element is no part of the page's article, by its tag, role and names; undefined where it may be one. What
 * holds the page's heading or much of its text is never left out, whatever it is called.
 *
 * @param areCaptions false: what is called a caption is the text, as in an article made of pictures
 */
export function regionOf(
  element: DomElement,
  size: TextSize,
  whole: number,
  holdsArticle: boolean,
  areCaptions: boolean,
): LeftOutReason | undefined {
  const tag = element.nodeName.toUpperCase();
  if (tag === 'BODY' || tag === 'MAIN' || tag === 'HTML') return undefined;
  const share = size.text / Math.max(1, whole);
  if (isConsent(element, share, holdsArticle)) return 'consent_notice';
  if (/^H[1-6]$/.test(tag)) return undefined;
  const byTag = regionOfTag(element, share);
  if (byTag !== undefined) return byTag;
  const role = element.getAttribute('role') ?? '';
  if (/^(?:navigation|menu|menubar|tablist|search|banner|contentinfo)$/.test(role) && share < 0.3)
    return 'navigation';
  if (/^(?:dialog|alertdialog|complementary)$/.test(role) && share < 0.3) return 'boilerplate';
  if (/^(?:doc-endnotes|doc-footnote|doc-endnote)$/.test(role)) return 'footnote';
  if (role === 'doc-bibliography') return 'reference_list';
  if (tag === 'ARTICLE' || share > 0.5) return undefined;
  const names = partNames(element);
  if (names.length === 0) return undefined;
  const kind = kinds.find(
    ({ names: pattern, most, reason }) =>
      (areCaptions || reason !== 'picture') &&
      share < most &&
      names.some((name) => pattern.test(name) && !modifier.test(name)),
  );
  if (kind === undefined || holdsArticle) return undefined;
  return kind.reason;
}

function regionOfTag(element: DomElement, share: number): LeftOutReason | undefined {
  switch (element.nodeName.toUpperCase()) {
    case 'NAV':
      return share < 0.5 ? 'navigation' : undefined;
    case 'BUTTON':
      return /^(?:H[1-6]|SUMMARY|DT)$/.test(element.parentElement?.nodeName ?? '') ? undefined : 'navigation';
    case 'SELECT':
    case 'TEXTAREA':
    case 'OPTION':
    case 'DATALIST':
      return 'navigation';
    case 'FOOTER':
      return share < 0.3 && element.parentElement?.nodeName !== 'BLOCKQUOTE' ? 'boilerplate' : undefined;
    case 'ASIDE':
    case 'FORM':
      return share < 0.4 ? 'boilerplate' : undefined;
    case 'NOSCRIPT':
      return 'hidden';
    case 'FIGCAPTION':
    case 'SVG':
    case 'IFRAME':
    case 'OBJECT':
    case 'VIDEO':
    case 'AUDIO':
    case 'CANVAS':
      return 'picture';
    default:
      return undefined;
  }
}

/** A dialog, or what is named after consent, whose words are about it. */
function isConsent(element: DomElement, share: number, holdsArticle: boolean): boolean {
  const role = element.getAttribute('role') ?? '';
  const isDialog =
    /dialog/.test(role) || element.getAttribute('aria-modal') === 'true' || element.nodeName === 'DIALOG';
  if (!isDialog && (share > 0.6 || !partNames(element).some((name) => consentNames.test(name)))) return false;
  if (holdsArticle || element.nodeName === 'ARTICLE') return false;
  return new Set(beginningOf(element, 5_000).toLowerCase().match(consentWords)).size >= (isDialog ? 2 : 1);
}

/** Classes and id in the form `related-posts`, without numbers at their ends. */
function partNames(element: DomElement): string[] {
  const written = [...namesIn(element.getAttribute('class')), ...namesIn(element.getAttribute('id'))].slice(
    0,
    20,
  );
  const itemprop = element.getAttribute('itemprop');
  if (itemprop === 'caption' || itemprop === 'datePublished')
    written.push(itemprop === 'caption' ? itemprop : 'pubdate');
  return written.map((name) =>
    name
      .slice(0, 60)
      .replace(/([a-z\d])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[_:\s]+|--+/g, '-')
      .replace(/^-+|-?\d*$/g, ''),
  );
}

/** A name, or one after a prefix such as `article-` or a block of BEM. */
function of(names: string): RegExp {
  return new RegExp(`(?:^|-)(?:${names})$`);
}
