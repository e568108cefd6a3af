/**
 * Leaves out what is shown as an emoji: faces, flags, keycaps, and signs that ask to be shown as one. Signs that are
 * text by themselves (©, ♀, ✓) stay.
 */
export function withoutEmoji(text: string): string {
  return text.replace(emoji, (run: string, at: number) => {
    const stood = /\s/.test(run) || /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at));
    return stood && /^[^\s.,;:!?…)\]”’]/.test(text.slice(at + run.length, at + run.length + 1)) ? ' ' : '';
  });
}

/** A row of emoji with the blanks around it; each is joined, coloured and chosen by the signs behind it. */
const emoji =
  / ?(?:(?:[0-9#*]\ufe0f?\u20e3|\p{RI}\p{RI}|\p{Emoji_Presentation}|(?![0-9#*])\p{Emoji}\ufe0f)(?:(?:\ufe0f|\p{EMod}|[\u{e0020}-\u{e007f}])|\u200d\p{Extended_Pictographic}){0,20} ?){1,200}/gu;
