// Stands where the process that tries voices would, and dies of a model as native code dies.
process.once('message', () => process.kill(process.pid, 'SIGSEGV'));
