import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Slim Linux images have no `ps`, other systems no /proc. */
const HAS_PROC = process.platform === 'linux';

/** True while a process with this number runs, whoever owns it; one waiting to be collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !HAS_PROC || (statOf(pid)[0] ?? 'Z') !== 'Z';
}

/** When a process began, as text to compare: tells it from a later one with the same number. */
export function startOf(pid: number): string {
  if (!HAS_PROC) return ask('lstart=', pid);
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}:${statOf(pid)[19]}`;
}

function parentOf(pid: number): number | null {
  return Number(HAS_PROC ? statOf(pid)[1] : ask('ppid=', pid)) || null;
}

/** The words a process was started with; empty when it is gone. */
export function commandLine(pid: number): string {
  if (!HAS_PROC) return ask('args=', pid);
  return (readIfAlive(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim();
}

/**
 * Whose death ends this process too: the npm that runs the script (the parent, or behind the shell
 * that npm puts between), or the launcher's outer half on an older Node. Null when it stands alone.
 */
export function starter(): number | null {
  if (process.send) return process.ppid;
  if (!process.env.npm_lifecycle_event) return null;
  const behindShell = /\s-c\s/.test(commandLine(process.ppid));
  return behindShell ? parentOf(process.ppid) : process.ppid;
}

/** The fields of /proc/<pid>/stat behind the name (which may hold anything): state, parent, … */
function statOf(pid: number): string[] {
  const stat = readIfAlive(`/proc/${pid}/stat`);
  return stat === null ? [] : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readIfAlive(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return null;
    throw error;
  }
}

function ask(what: string, pid: number): string {
  return spawnSync('ps', ['-o', what, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}
