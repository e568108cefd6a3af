/** The stable code of a failure, for support; collapsed until opened. */
export function ErrorCode({ code }: { code: string }) {
  return (
    <details className="error-code small quiet">
      <summary>Details</summary>
      <code>{code}</code>
    </details>
  );
}
