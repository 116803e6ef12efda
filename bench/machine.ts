import { readdirSync, readFileSync } from 'node:fs';

/** Seconds of a clock tick, as Linux counts them in /proc for programs. */
const TICK_SECONDS = 0.01;

/** Processor time that a process has used, in seconds; 0 where the system does not say. */
export function cpuSeconds(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_SECONDS;
}

/** Processor time of a process and of those it started, in seconds. Of PostgreSQL: the server and its connections. */
export function cpuSecondsOfGroup(parent: number): number {
  return [parent, ...childrenOf(parent)].reduce((sum, pid) => sum + cpuSeconds(pid), 0);
}

/** Memory in use and at its highest, in megabytes. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  const status = read(`/proc/${pid}/status`);
  const megabytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

/** How busy the machine is with everything: processes that wanted a processor in the last minute. */
export function loadAverage(): number {
  return Number(read('/proc/loadavg').split(' ')[0] ?? 0);
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(statOf(pid)[1] ?? 0) === parent);
}

/** The fields behind the name of the program, which may hold blanks. */
function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
