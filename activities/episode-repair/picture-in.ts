import NodeId3 from 'node-id3';
import { isWholePicture } from '../models/image/whole-picture.js';

/** The front cover in an episode's file. */
export function pictureIn(file: Buffer): Buffer | undefined {
  const { image } = NodeId3.read(file);
  return typeof image === 'object' && isWholePicture(image.imageBuffer) ? image.imageBuffer : undefined;
}
