/** The body of a successful answer; errors were thrown before (see `client.ts`). */
export function dataOf<Data>(answer: { data?: Data | undefined }): Data {
  if (answer.data === undefined) throw new Error('the answer has no body');
  return answer.data;
}
