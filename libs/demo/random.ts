/** A source of chance that gives the same sequence for the same seed, on every machine. Not for secrets. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  /** @param seed any text; two sources with different texts have nothing to do with each other */
  constructor(seed: string) {
    [this.#a, this.#b, this.#c] = scatter(seed);
    // The first numbers still resemble the seed.
    for (let round = 0; round < 12; round++) this.bits();
  }

  /** 32 random bits, 0 to 4,294,967,295 (sfc32 of Chris Doty-Humphrey, public domain). */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A number from 0 up to, not including, 1. */
  unit(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  whole(lowest: number, highest: number): number {
    return lowest + Math.floor(this.unit() * (highest - lowest + 1));
  }

  /** True in `share` of the cases, 0 to 1. */
  chance(share: number): boolean {
    return this.unit() < share;
  }

  /** @throws RangeError when there is nothing to choose from */
  pick<T>(from: readonly T[]): T {
    const chosen = from[Math.floor(this.unit() * from.length)];
    if (chosen === undefined) throw new RangeError('There is nothing to choose from');
    return chosen;
  }

  /** Up to `count` different ones, in random order. */
  some<T>(from: readonly T[], count: number): T[] {
    const left = [...from];
    const chosen: T[] = [];
    while (chosen.length < count && left.length > 0)
      chosen.push(...left.splice(Math.floor(this.unit() * left.length), 1));
    return chosen;
  }

  /** An id in the form of a random (version 4) UUID. */
  id(): string {
    const [a, b, c, d] = [this.bits(), this.bits(), this.bits(), this.bits()];
    return (
      `${hex(a >>> 16)}${hex(a & 0xffff)}-${hex(b >>> 16)}-${hex((b & 0x0fff) | 0x4000)}-` +
      `${hex(((c >>> 16) & 0x3fff) | 0x8000)}-${hex(c & 0xffff)}${hex(d >>> 16)}${hex(d & 0xffff)}`
    );
  }
}

const HEX = Array.from({ length: 65_536 }, (_, number) => number.toString(16).padStart(4, '0'));

function hex(sixteenBits: number): string {
  return HEX[sixteenBits] ?? '0000';
}

/** Three well-mixed numbers from a text (FNV-1a, then the finisher of MurmurHash3). */
function scatter(text: string): [number, number, number] {
  const one = (basis: number): number => {
    let hash = basis;
    for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) | 0;
  };
  return [one(0x811c9dc5), one(0x01000193), one(0x9e3779b9)];
}
