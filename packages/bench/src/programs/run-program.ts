/** Becomes the named helper; each is loaded alone, so that none carries another's weight. */
export async function runProgram(name: string, options: string): Promise<void> {
  switch (name) {
    case 'sink':
      return (await import('./sink.ts')).sink();
    case 'durable-sink':
      return (await import('./durable-sink.ts')).durableSink(JSON.parse(options));
    case 'http-proxy':
      return (await import('./http-proxy.ts')).httpProxyTo(JSON.parse(options));
    case 'stream-sink':
      return (await import('./stream-sink.ts')).streamSink();
    case 'load':
      return (await import('./load.ts')).load(JSON.parse(options));
    case 'screen':
      return (await import('./screen.ts')).screen(JSON.parse(options));
    case 'search':
      return (await import('./search.ts')).search(JSON.parse(options));
    default:
      throw new Error(`There is no helper program '${name}'.`);
  }
}
