/** What a symbol is called in English, where it stands for a word. The rest is typography and goes without a word. */
const symbolWords: Record<string, string> = {
  '&': 'and', '+': 'plus', '=': 'equals', '@': 'at', '%': 'percent', '‰': 'per mille', '°': 'degrees', '×': 'times', '÷': 'divided by', '±': 'plus or minus',
  '<': 'less than', '>': 'greater than', '≤': 'at most', '≥': 'at least', '≈': 'about', '≠': 'is not equal to',
  '~': 'about', '^': 'to the power of', '√': 'square root of', '∞': 'infinity', '§': 'section', '¶': 'paragraph',
  '²': 'squared', '³': 'cubed', $: 'dollar', '€': 'euro', '£': 'pound', '¥': 'yen', '¢': 'cent', '₹': 'rupee',
  '₿': 'bitcoin', '→': 'to', '←': 'from', '↔': 'to and from', '∑': 'sum of', '∆': 'delta', '†': '', '‡': '',
}; // prettier-ignore

/** Greek letters are symbols in English text: only single ones are read. */
const greek: Record<string, string> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', κ: 'kappa', λ: 'lambda',
  µ: 'mu', ν: 'nu', ξ: 'xi', π: 'pi', ρ: 'rho', σ: 'sigma', τ: 'tau', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
  Γ: 'gamma', Δ: 'delta', Θ: 'theta', Λ: 'lambda', Ξ: 'xi', Π: 'pi', Σ: 'sigma', Φ: 'phi', Ψ: 'psi', Ω: 'omega',
}; // prettier-ignore

const hashtag = /#(\p{L}[\p{L}\d]*)/gu;

/** `AT&T` -> "AT and T", `a/b` -> "a slash b", `#climate` -> "hashtag climate". Markdown's marks go. */
export function readSymbols(text: string): string {
  return text
    .replace(/(?<!\p{L})\p{Script=Greek}(?!\p{Script=Greek})|µ/gu, (letter) =>
      wordFor(greek[letter] ?? letter),
    )
    .replace(/^\s*(?:[>*+•-]|#+)\s+/g, '')
    .replace(/\*+|`+|(?<![\p{L}])_+|_+(?![\p{L}])/gu, ' ')
    .replace(/(?<![\p{L}\d])([CF])#(?!\p{L})/gu, '$1 sharp')
    .replace(hashtag, (_, tag: string) => ` hashtag ${tag.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')}`)
    .replace(/(?<=[\p{L}\d]) \/ (?=[\p{L}\d])/gu, ' slash ')
    .replace(
      / ?\/ ?(?=(?:second|minute|hour|day|night|week|month|year|person|head|barrel|ton|share)\b)/g,
      ' per ',
    )
    .replace(/(?<=\p{L})\/(?=\p{L})/gu, ' slash ')
    .replace(/[<>]{2,}|={2,}|~{2,}|\+{3,}|@{2,}|#{2,}|%{2,}/g, ' ')
    .replace(/[•|·]/g, ', ')
    .replace(/[^\p{L}\p{M}\p{N}\p{P}\s]|[²³&@%‰§¶†‡]/gu, (symbol) => wordFor(symbolWords[symbol] ?? ''));
}

function wordFor(word: string): string {
  return ` ${word} `;
}
