// Image providers (IGA): one interface for everything that can turn a prompt into a picture.
// Imports the shared folders below it, and no agent (activities/README.md).
export type ImageRequest = {
  /** What the picture shows. */
  prompt: string;
  /** For providers that set text themselves; the others see the prompt alone. */
  title?: string | undefined;
  aspectRatio: { width: number; height: number };
  /** The mark that says who made the picture: the brand's name here, an invisible one at Google. */
  watermark: boolean;
};

/** One way of making pictures. Chosen by IMAGE_PROVIDER. */
export interface ImageProvider {
  /** As the ledger names it. */
  readonly name: string;
  /** With its version: another one makes other pictures of the same request. */
  readonly model: string;
  /** A PNG. Rejects with the signal's reason once the signal is aborted. */
  generate(request: ImageRequest, signal: AbortSignal): Promise<Uint8Array>;
}
