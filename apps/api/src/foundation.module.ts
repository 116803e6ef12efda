import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { AuthDatabase } from '@kinfold/access/api';
import {
  CONFIG,
  type Config,
  Database,
  DataKeys,
  INSTALLATION_KEY,
  type InstallationKey,
  Sql,
  UnitOfWork,
  Vault,
} from '@kinfold/shared/api';

/** What the composition root brings: configuration, key, and the two database pools. */
export interface Foundation {
  readonly config: Config;
  readonly key: InstallationKey;
  readonly database: Database;
  readonly authDatabase: AuthDatabase;
}

/** Closes the pools when the application shuts down, after the last request. */
class Pools implements OnApplicationShutdown {
  constructor(private readonly foundation: Foundation) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.foundation.database.close(), this.foundation.authDatabase.close()]);
  }
}

const VALUES = [CONFIG, INSTALLATION_KEY, Database, AuthDatabase];
const SERVICES = [DataKeys, Sql, UnitOfWork, Vault];

/** The plumbing that every slice gets by injection. */
@Global()
@Module({})
export class FoundationModule {
  static with(foundation: Foundation): DynamicModule {
    const values = [
      { provide: CONFIG, useValue: foundation.config },
      { provide: INSTALLATION_KEY, useValue: foundation.key },
      { provide: Database, useValue: foundation.database },
      { provide: AuthDatabase, useValue: foundation.authDatabase },
      { provide: Pools, useValue: new Pools(foundation) },
    ];
    return { module: FoundationModule, providers: [...values, ...SERVICES], exports: [...VALUES, ...SERVICES] };
  }

  /** Names without values: enough to read the modules, not to run them. */
  static forDescription(): DynamicModule {
    const nothing = VALUES.map((provide) => ({ provide, useValue: null }));
    return { module: FoundationModule, providers: [...nothing, ...SERVICES], exports: [...VALUES, ...SERVICES] };
  }
}
