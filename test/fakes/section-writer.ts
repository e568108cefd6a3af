import type { ScriptPart, ScriptWriter } from '../../activities/script/script-writer.js';

/**
 * The writer, as a language model would write: a section at a time. What is left of its script is the state that it
 * gets back for the next part.
 */
export function sectionWriter(writer: ScriptWriter): ScriptWriter {
  return {
    provider: writer.provider,
    model: writer.model,
    promptVersion: `${writer.promptVersion}-sections`,
    async writePart(request, soFar, signal) {
      const left = soFar?.writer_state as ScriptPart | undefined;
      const part = left ?? (await writer.writePart(request, soFar, signal));
      if (soFar === undefined || part.sections.length === 1) return part;
      const [next, ...others] = part.sections;
      return {
        ...part,
        sections: next === undefined ? [] : [next],
        warnings: [],
        state: { ...part, sections: others },
        done: false,
      };
    },
  };
}
