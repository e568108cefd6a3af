/** A line of subtitles or of a transcript that holds a time and nothing else: "0:04", "[00:01:12]", "00:01 --> 00:04". */
const timeLine =
  /^[ \t]*[[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?: --> \d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[^\n]{0,80})?[\])]?[ \t]*$/;
const timeBefore = /^[ \t]*[[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?[ \t]+(?=\S)/;

/** So many lines of times make a text a transcript; a timetable has other text between. */
const fewestTimes = 3;

/** Leaves out the times of subtitles (SRT, WebVTT) and of transcripts; what was cut in pieces by them is one text. */
export function withoutTimes(text: string): string {
  const lines = text.split('\n');
  const alone = lines.filter((line) => timeLine.test(line)).length;
  if (alone >= fewestTimes && alone * 4 >= lines.filter((line) => line.trim() !== '').length) {
    return lines
      .filter((line, at) => !isOfTimes(line, lines[at + 1]))
      .filter((line) => line.trim() !== '')
      .join('\n');
  }
  const before = lines.filter((line) => timeBefore.test(line)).length;
  const isTranscript =
    before >= fewestTimes && before * 2 >= lines.filter((line) => line.trim() !== '').length;
  return isTranscript ? lines.map((line) => line.replace(timeBefore, '')).join('\n') : text;
}

/** The times, the numbers of subtitles above them, and the head of a WebVTT file. */
function isOfTimes(line: string, next: string | undefined): boolean {
  if (timeLine.test(line) || /^\ufeff?WEBVTT/.test(line)) return true;
  return /^\d{1,5}\s*$/.test(line) && timeLine.test(next ?? '');
}
