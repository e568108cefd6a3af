// The health check of a container: exit code 0 when the process beside it answers /readyz with success.
const port = process.env.PORT || '5001';
try {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(4000) });
  if (!answer.ok) throw new Error(`/readyz answered ${answer.status}`);
} catch (error) {
  console.error(error.cause?.message ?? error.message);
  process.exitCode = 1;
}
