import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

export interface Child {
  readonly pid: number;
  /** Milliseconds from its start to its first word. */
  readonly readyAfter: number;
  stop(): Promise<void>;
}

/**
 * Starts a Node program and waits until it prints `ready`.
 * @throws Error with what it printed when it ends before
 */
export async function startChild(
  program: string,
  environment: Readonly<Record<string, string>>,
  nodeArguments: readonly string[] = [],
): Promise<Child> {
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeArguments, program], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const readyAfter = await ready(child, began);
  return {
    pid: child.pid ?? 0,
    readyAfter,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function ready(child: ChildProcess, began: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const listen = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
      if (printed.includes('ready')) resolve(performance.now() - began);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`A server ended with ${code} before it was ready:\n${printed}`)));
  });
}

/** Ports of loopback that are free at the moment. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
