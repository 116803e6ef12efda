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
    const services = [DataKeys, Sql, UnitOfWork, Vault];
    return {
      module: FoundationModule,
      providers: [...values, ...services],
      exports: [CONFIG, INSTALLATION_KEY, Database, AuthDatabase, ...services],
    };
  }
}
