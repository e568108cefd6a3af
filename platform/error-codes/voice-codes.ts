import { code } from './code-entry.js';

/** What the voice forge (VFA) and the assembly find wrong with sound. */
export const voiceCodes = {
  VFA_UNKNOWN_VOICE: code(400, 'There is no voice with this name.'),
  VFA_VOICE_NAME_TAKEN: code(409, 'There is already a voice with this name.'),
  VFA_UNSUPPORTED_LANGUAGE: code(400, 'This voice does not speak that language.'),
  VFA_UNSUPPORTED_SCRIPT: code(400, 'The line contains characters that this voice cannot read.'),
  VFA_NOTHING_TO_SPEAK: code(400, 'The line contains nothing that can be spoken.'),
  VFA_UNSPEAKABLE_TEXT: code(400, 'This voice cannot speak this text properly.'),
  VFA_TEXT_TOO_LONG: code(400, 'The line is too long for a voice to speak at once.'),
  VFA_INVALID_VOICE_PARAMS: code(400, 'Rate, pitch or pause is outside what a voice can do.'),
  VFA_INVALID_PRONUNCIATIONS: code(400, 'A line of the pronunciation dictionary cannot be read.'),
  VFA_VOICE_MODEL_INVALID: code(500, 'The files of this voice are not a usable voice model.'),
  VFA_ENGINE_UNAVAILABLE: code(503, 'The speech engine of this voice is not installed.'),
  VFA_SYNTHESIS_FAILED: code(500, 'The speech engine failed on this line.', true),
  VFA_SEGMENT_UNDECODABLE: code(500, 'The recording cannot be decoded.', true),
  VFA_SEGMENT_SILENT: code(500, 'The recording is silent.'),
  VFA_SEGMENT_CLIPPED: code(500, 'The recording is distorted.'),
  VFA_SEGMENT_LOUDNESS: code(500, 'The recording is too loud or too quiet.'),
  VFA_SEGMENT_DURATION: code(500, 'The recording is too short or too long for its text.'),
  CPOA_EPISODE_INCOMPLETE: code(500, 'The episode’s recorded lines are incomplete or out of order.'),
  CPOA_EPISODE_DAMAGED: code(500, 'The finished file does not match its recorded lines.'),
} as const;
