import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { DomainError } from '@kinfold/shared/kernel';

const derive = promisify(argon2);

/** Argon2id at the least that OWASP recommends (AU-04); memory in KiB. */
const CURRENT = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const LENGTH = 32;
const AT_ONCE = 2;
const WAITING_LIMIT = 64;

interface Parsed {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** Hashes a password. @returns a PHC string that carries its parameters */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await run(password, salt, CURRENT);
  return `$argon2id$v=19$m=${CURRENT.memory},t=${CURRENT.passes},p=${CURRENT.parallelism}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Whether the password belongs to the hash. Compared exactly: no trimming, no cutting. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const parsed = parse(phc);
  const hash = await run(password, parsed.salt, parsed);
  return hash.length === parsed.hash.length && timingSafeEqual(hash, parsed.hash);
}

/** Whether the hash was made with weaker parameters than today's and should be renewed at this sign-in. */
export function isOutdated(phc: string): boolean {
  const { memory, passes } = parse(phc);
  return memory < CURRENT.memory || passes < CURRENT.passes;
}

/** A hash nobody's password belongs to. An unknown address costs the same work as a known one (AU-06). */
export const NOBODYS_HASH = `$argon2id$v=19$m=${CURRENT.memory},t=${CURRENT.passes},p=${CURRENT.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

function parse(phc: string): Parsed {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(phc);
  if (!match) throw new Error('A stored password hash has an unknown form');
  const [, memory, passes, parallelism, salt = '', hash = ''] = match;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  };
}

let running = 0;
const waiting: (() => void)[] = [];

/** Two hashes at a time: an attack on sign-in must not take the processors from clinicians who are already in. */
async function run(
  password: string,
  nonce: Buffer,
  cost: Pick<Parsed, 'memory' | 'passes' | 'parallelism'>,
): Promise<Buffer> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_LIMIT)
      throw new DomainError('unavailable', 'busy', 'Many people are signing in. Try again in a moment.');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running++;
  }
  try {
    return await derive('argon2id', { message: password, nonce, tagLength: LENGTH, ...cost });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
