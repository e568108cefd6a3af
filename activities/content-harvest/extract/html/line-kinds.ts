// What short lines of a page are for, by their words. Each is asked only where such lines stand: above, between or
// below the paragraphs of an article; a sentence of prose is none of these.

const months =
  'jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|f[ée]v(?:rier)?|mar(?:ch|s|zo|ço)?|märz|apr(?:il)?|avr(?:il)?|ma[iy]o?|june?|juni|juin|jul(?:y|i|io)?|juillet|aug(?:ust)?|ao[uû]t|sep(?:t|tember)?|o[ck]t(?:ober|obre|ubro)?|nov(?:ember|embre|embro)?|de[cz](?:ember|embre)?|d[ée]c(?:embre)?|janeiro|fevereiro|março|maio|junho|julho|agosto|setembro|dezembro|enero|febrero|abril|junio|septiembre|octubre|noviembre|diciembre|januari|februari|maret|mei|agustus|desember|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|settembre|ottobre|novembre|dicembre';

/** Everything that a line of date, time and author is made of; what is left when it is taken out are names. */
const dateParts = new RegExp(
  `\\b(?:${months})\\b\\.?|\\b(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?\\b|\\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\\b|\\d{1,2}(?:st|nd|rd|th)\\b|\\b\\d{1,2}[:.h]\\d{2}(?::\\d{2})?\\b|\\d+|\\b(?:am|pm|a\\.m\\.|p\\.m\\.|uhr)(?!\\p{L})|\\b(?:e[sd]?t|c[sde]?t|p[sd]t|m[sd]t|gmt|utc|bst|ist|cest|cet|eastern|pacific)\\b`,
  'giu',
);

const dateWords =
  /\b(?:first |last )?(?:published|posted|updated?|modified|created|reviewed|filed|on|at|by|in|of|the|ago|hours?|minutes?|mins?|days?|weeks?|months?|years?|read|reading|time|de|à|às|le|am|um|den|vom|veröffentlicht|aktualisiert|publié|mis à jour|publicado|atualizado|tempo de leitura|minutos?|oleh|pada|von|par|por)\b/giu;

/** "Updated Nov 19, 6:55 AM; Posted Nov 19", "By Ann Lee - 11/18/19 11:04 PM EST", "November 18, 2019 | 4 min read". */
export function isDateLine(text: string): boolean {
  if (text.length > 160 || !/\d/.test(text)) return false;
  const hasDate =
    /\b(?:19|20)\d\d\b|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}[:h]\d{2}|\b\d{1,3} (?:min|minute|hour|day|week|month)/iu.test(
      text,
    );
  if (!hasDate) return false;
  const rest = text.replace(dateParts, ' ').replace(dateWords, ' ');
  const words = rest.match(/\p{L}{2,}/gu) ?? [];
  if (words.length === 0) return true;
  // Names and agencies may stand beside a date; ordinary words may not.
  return (
    words.length <= 8 &&
    words.every((word) => /^\p{Lu}/u.test(word)) &&
    !/[.!?]$/.test(text) &&
    /published|posted|updated|\bby\b|\d{1,2}:\d{2}|\bon\b|\||—|\/|^\w+\.com/i.test(text)
  );
}

/** A date line by its own words; other lines of a time and a place may be what the article is about. */
export function isPublishingDate(text: string): boolean {
  return isDateLine(text) && /\b(?:published|posted|updated|modified|min(?:ute)?s? read)\b/i.test(text);
}

/** "By Ann Lee", "Ann Lee, Associated Press", "View author archive". */
export function isByline(text: string): boolean {
  if (text.length > 120) return false;
  if (
    /^(?:by|von|par|por|di|oleh|words by|written by|reported by|story by|posted by|text:|author:) \p{Lu}/iu.test(
      text,
    ) &&
    !/[.!?]$/.test(text)
  )
    return text.split(' ').length <= 14;
  return (
    /\b(?:associated press|staff writer|ap \p{L}{0,20} ?(?:\p{L}{0,20} )?writer|special to the|correspondent|news services?)$/iu.test(
      text,
    ) && text.split(' ').length <= 10
  );
}

/** "Photo: Ann Lee, AP", "(Image: GETTY)", "© Ann Lee", "Getty Images", "A bridge (Credit: iStock)". */
export function isCredit(text: string): boolean {
  if (text.length > 300) return false;
  if (
    text.length < 90 &&
    /^[([]?\s*(?:photos?|images?|picture|pic|illustration|graphic|video|foto|bild|credits?|photo credit|image credit|photograph)s?(?: by| credit| courtesy(?: of)?)?\s*[:|/©]/i.test(
      text,
    )
  )
    return true;
  if (text.length < 90 && /^©/.test(text)) return true;
  if (
    text.length < 60 &&
    /^(?:(?:via|photo by|courtesy of) )?(?:getty images?|shutterstock|istock|reuters|afp|alamy|unsplash|pixabay|wikimedia commons)(?:[/| ]\p{L}[\p{L} ]{0,30})?$/iu.test(
      text,
    )
  )
    return true;
  return /[([](?:photos?|images?|picture|credit|image credit|photo credit|foto|pic|ap photo|file photo|reuters|getty|afp)\s?(?:by |courtesy )?[:/©|][^)\]]{0,80}[)\]]$|\((?:(?:ap photo|file photo|getty images?|\p{L}[\p{L} ]{0,40} via (?:ap|reuters|getty|afp))\b|(?:reuters|afp)[/:])[^)]{0,60}\)$/iu.test(
    text,
  );
}

const labels =
  /^(?:advert(?:isement|isment|ising)?s?|ad|anzeige|werbung|publicité|publicidad|iklan|pubblicità|reklama|реклама|sponsored(?: content)?|skip to (?:main )?content|sign in|log ?in|subscribe(?: now)?|register|share(?: this)?(?: (?:article|story|post|on \p{L}+))?|tweet|email|e-mail|print|comments?|\d+ comments?|leave a comment|close|caption|open|menu|search|image \d+ of ?\/? ?\d+|\d+ (?:of|\/) \d+|enlarge(?: image)?|(?:click|tap) to (?:enlarge|expand|view|play)|read more|learn more|more|see more|show more|load more|loading(?: content)? ?(?:\.{3}|…)?|continue reading(?: below)?|story continues below(?: advertisement)?|article continues below(?: advertisement)?|scroll (?:down )?to continue|view (?:author archive|comments|gallery|all|more)|email the author|follow on twitter|follow us|breaking news|latest news|highlights|text size|listen(?: to this article)?|play|watch|back to top|top|home|next|previous|this slideshow requires javascript\.?|something to consider|tell us what you think(?:\.{3}|…)?|don'?t miss|editor'?s? (?:picks?|choice)|story timeline|warning|report (?:an )?error|report a typo|sharing is caring!?|from wikipedia,? the free encyclop(?:a)?edia|\d+ ?(?:shares?|likes?|views|comments?)|written by \p{L}+|weiterlesen|mehr|teilen|drucken|lire aussi|à lire aussi|partager|compartir)$/iu;

/** "Advertisement", "Image 1 of 23", "Read more": words of the page's machinery. */
export function isLabel(text: string): boolean {
  return text.length <= 60 && labels.test(text.replace(/[\s:>»›→|.]+$/u, '').replace(/^[\s<«‹←|]+/u, ''));
}

/** An address alone, a shortcode of a content system, a scrap of a script. */
export function isMachineText(text: string): boolean {
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return true;
  if (/^\[[a-z_]{2,20} [^\]]{0,200}=[^\]]{0,300}\]/i.test(text)) return true;
  return text.length < 20 && /^[^\p{L}\p{N}]+$/u.test(text);
}

const related =
  /^(?:related(?: (?:news|stories|story|articles?|coverage|content|links?|posts?|topics?|reading|videos?)(?: .{0,40}:)?)?|(?:see|read|watch|more|listen|also|plus|recommended|further reading|next|don'?t miss|more on this(?: story)?|more from .{1,30}|you may (?:also )?like|you might (?:also )?like|see also|read also|also read|also see|read (?:more|next|this)|see more|more (?:news|stories|coverage)|más|lire aussi|mehr zum thema|lesen sie auch|leia (?:também|mais)|baca juga|leggi anche|читайте также)(?: like)?(?:\.{3}|…)?\s*[:|–—-]?)$/iu;

/** A heading over links to other pages: "Related", "You may also like ...". */
export function isRelatedLabel(text: string): boolean {
  return text.length <= 70 && related.test(text.trim());
}

/** "Related: The Biggest Unanswered Questions", "READ MORE: ..." */
export function startsRelated(text: string): boolean {
  return (
    text.length <= 250 &&
    /^(?:related(?: \p{L}{3,12})?|read (?:more|also|next|this|now)|see (?:also|more)|more|also(?: (?:read|see))?|watch(?: (?:now|more|this))?|don'?t miss|also on \p{L}{2,20}|lire aussi|lesen sie auch|leia (?:também|mais)|baca juga|leggi anche|читайте также|must[- ]reads?|click here)\s?[:|–—>]/iu.test(
      text,
    )
  );
}

const asks = [
  /\b(?:sign|signed) up (?:for|to|here|now|today)\b/i,
  /\bsubscrib(?:e|ing) (?:to|now|here|for|today)\b/i,
  /\b(?:follow|like|find|join) (?:us|him|her|them|me|\p{L}+(?: \p{L}+){0,2}) on (?:twitter|facebook|instagram|linkedin|youtube|tiktok|x|telegram|snapchat)\b/iu,
  /\bnewsletters?\b.{0,60}\b(?:inbox|subscribe|sign|free|daily|weekly)\b|\b(?:inbox|subscribe|sign up)\b.{0,60}\bnewsletters?\b/i,
  /\b(?:straight|right|delivered|directly) (?:in|to|into) your inbox\b/i,
  /\b(?:have|got) a (?:news )?(?:tip|story)\b|\bsend (?:us )?(?:your )?tips\b|\bcan be (?:reached|contacted) at\b|\bmay be reached at\b|\bcontact (?:the (?:author|reporter|writer)|(?:him|her|us|me)) at\b|\blet us know at\b/i,
  /\bclick here (?:to|for)\b|\bby clicking here$|^click (?:here|below)\b/i,
  /\bdownload (?:the|our) \p{L}{0,20} ?app\b|\bget the \p{L}[\p{L} ]{0,20} app\b/iu,
  /\b(?:affiliate|referral) links?\b|\bwe may (?:earn|receive) (?:a |an )?(?:\p{L}+ )?commission\b|\bearn(?:s)? (?:a |an )?(?:affiliate )?commission\b/iu,
  /\blisten (?:to \p{L}+ )?live\b|\blisten back\b/iu,
  /^follow \p{L}[\p{L} ]{0,40} (?:on|at|here)\b|^follow [\p{L}']+'s full coverage\b|^for more\b.{0,80}\b(?:visit|follow|go to|see|check|subscribe)\b/iu,
  /\bif you (?:enjoyed|liked|like) this (?:article|post|story)\b/i,
  /\bleave (?:a|your) (?:comment|reply)\b|\bin the comments? (?:below|section)\b/i,
  /\b(?:abonnieren sie|newsletter abonnieren|abonnez-vous|inscrivez-vous|suscríbete|suscríbase|inscreva-se|assine (?:a|nossa))\b/iu,
];

/** Asks the reader to subscribe, follow, write or buy. Believed at an article's edges, and of short paragraphs. */
export function asksReader(text: string): boolean {
  return text.length <= 400 && asks.some((ask) => ask.test(text));
}

/** "© 2019 The New Arab", "Source: agencies", "Filed under: ...", "Additional reporting by ...", "Citation: ...". */
export function isImprint(text: string): boolean {
  if (text.length > 500) return false;
  return (
    /^(?:copyright\b|©|\(c\) ?\d|all rights reserved|the contents of this site|this (?:document|article|story|post|material) (?:is subject to copyright|may not be|was (?:originally|first) published|originally appeared|has been (?:updated|corrected|amended))|sources?:|quellen?:|fonte:|fuente:|via |filed under|posted in|categor(?:y|ies|ized)\b|tags?:|tagged\b|keywords?:|topics?:|citation:|additional reporting by|reporting by|editing by|edited by|with (?:files|reporting|additional reporting) from|contact:|press contact|media contact|correction:|editor'?s note:|disclosure:|disclaimer:|updated at|published at|republished|reprinted|last (?:updated|modified))/i.test(
      text,
    ) ||
    /\ball rights reserved\.?$|\bmay not be published, broadcast\b|\bno part may be reproduced\b/i.test(text)
  );
}

/** A line at an article's end that tells who wrote it: "Ann Lee is a senior editor at ...". */
export function isAuthorNote(text: string): boolean {
  if (text.length > 700) return false;
  if (/^about (?:the )?(?:author|writer)s?\b/i.test(text)) return true;
  return /^(?:[\p{Lu}@][\p{L}.'’-]*,? ?){1,4}(?:is|covers|writes|has (?:covered|written)) (?:an? |the )?.{0,120}\b(?:writer|editor|reporter|author|journalist|columnist|correspondent|contributor|blogger|producer|professor|fellow|curator|director|freelance|covers|news for|hosts?|podcast)\b/u.test(
    text,
  );
}
