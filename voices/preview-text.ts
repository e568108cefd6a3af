import { primaryLanguage } from '../platform/language.js';
import { sampleLines } from './sample-lines.js';

/** What a voice says when it is only to be heard. Without a name, so that it fits every voice. */
const texts: Record<string, string> = {
  en: 'This is how I sound. A story begins, a question follows, and the answer is never quite what you expect.',
  de: 'So klinge ich. Eine Geschichte beginnt, eine Frage folgt, und die Antwort ist selten die, die man erwartet.',
  fr: 'Voici ma voix. Une histoire commence, une question suit, et la réponse surprend presque toujours.',
  es: 'Así suena mi voz. Empieza una historia, sigue una pregunta, y la respuesta casi siempre sorprende.',
  it: 'Questa è la mia voce. Comincia una storia, segue una domanda, e la risposta sorprende quasi sempre.',
  pt: 'Esta é a minha voz. Uma história começa, uma pergunta segue, e a resposta quase sempre surpreende.',
  nl: 'Zo klink ik. Een verhaal begint, een vraag volgt, en het antwoord is zelden wat je verwacht.',
  sv: 'Så här låter jag. En berättelse börjar, en fråga följer, och svaret är sällan det man väntar sig.',
  nb: 'Slik høres jeg ut. En historie begynner, et spørsmål følger, og svaret er sjelden det man venter.',
  da: 'Sådan lyder jeg. En historie begynder, et spørgsmål følger, og svaret er sjældent det, man venter.',
  pl: 'Tak brzmi mój głos. Zaczyna się opowieść, pada pytanie, a odpowiedź prawie zawsze zaskakuje.',
  ru: 'Так звучит мой голос. История начинается, за ней следует вопрос, и ответ почти всегда удивляет.',
  uk: 'Так звучить мій голос. Історія починається, за нею йде питання, і відповідь майже завжди дивує.',
};

/** The text of a preview without one, in the voice's own language. */
export function previewText(locale: string): string {
  const language = primaryLanguage(locale);
  return texts[language === 'no' ? 'nb' : language] ?? sampleLines(locale).slice(0, 2).join(' ');
}
