/** Families of neural voices that the engine `local` can run: Piper's VITS, and spectral networks that read Kokoro phonemes. */
export type VoiceFamily = 'piper' | 'spectral';

/** The files of a local voice, on this machine, and how they are to be read. */
export type VoiceModel = {
  family: VoiceFamily;
  /** Absolute path of the ONNX file. */
  file: string;
  /** Absolute path of a Piper voice's `.onnx.json`; absent for the spectral family. */
  configFile?: string;
  /** espeak-ng's voice that turns text into phonemes: `en-us`, `de`. */
  espeakVoice: string;
  /** Number of the speaker in a model of several. */
  speaker?: number;
};
