export type StopCause = 'signal' | 'parent-gone' | 'output-closed';

/** Settles when the program shall stop. A second signal ends the process at once. */
export function stopRequest(): Promise<StopCause> {
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve('signal');
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const) process.on(signal, onSignal);
    process.stdout.on('error', () => resolve('output-closed'));
    process.stderr.on('error', () => undefined);
    watchParent(() => resolve('parent-gone'));
  });
}

/** npm killed outright passes no signal on: its child only sees that its parent is another. */
function watchParent(gone: () => void): void {
  const parent = process.ppid;
  // Started detached, or as a container's first process's child: nobody to outlive.
  if (parent <= 1) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, 1000);
  timer.unref();
}
