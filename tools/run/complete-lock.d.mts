export interface LockFile {
  readonly packages: Readonly<Record<string, object>>;
}

export interface MissingPackage {
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
}

export function missingOptional(lock: LockFile): MissingPackage[];
export function completed(lock: LockFile): LockFile;
